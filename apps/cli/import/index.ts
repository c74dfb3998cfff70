export { importIndigo, type ImportOptions } from './indigo.js';
export { formatReport, type ImportReport } from './report.js';
export { ImportError } from './table.js';
