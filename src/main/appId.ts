/** What Windows knows the studio by: without it, notifications come under the name of the runtime. The installer's own id. */
export const APP_ID = 'studio.juzhen.desktop';
