/*
 * zod would compile its checks by `new Function`, which the page's Content-Security-Policy refuses and reports. It asks
 * when a schema is made, so this has to be done before: by being imported, and imported first. `z.config` would do the
 * same, and bring zod into the first load.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
