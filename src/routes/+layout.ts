// `npm start` draws pages when they are asked for
export const prerender = !import.meta.env.PUBLIC_ON_DEMAND;
export const trailingSlash = 'always';
