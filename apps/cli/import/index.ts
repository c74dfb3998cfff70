export { importIndigo, type ImportOptions } from './indigo.js';
export { formatReport, type FileReport, type Finding, type ImportReport } from './report.js';
export type { Progress } from './recorder.js';
export { ImportError } from './table.js';
