// The first import of whatever runs the product, as libraries look once, when they are loaded: graphql-js checks every value
// for a second copy of itself unless told that this is production, and others say more in errors than a stranger should read.
process.env['NODE_ENV'] ??= 'production';
