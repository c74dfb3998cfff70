export * from './config.js';
export * from './database.js';
export * from './listener.js';
export * from './migrate.js';
export * from './project-root.js';
export * from './principal.js';
export * from './logging.js';
export * from './metrics.js';
