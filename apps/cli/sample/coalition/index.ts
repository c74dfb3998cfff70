export { loadCoalition, planCoalition, type CoalitionReport } from './load.js';
export { LANGUAGES, languageOf, type Language } from './tables.js';
