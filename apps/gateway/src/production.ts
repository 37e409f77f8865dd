/** React and graphql-js read this once, when they are loaded, and are several times slower without it. */
process.env['NODE_ENV'] ??= 'production';
