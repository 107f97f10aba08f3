/** Code points of a line (RFC 3676 advises 78 at most). */
export const PLAIN_WIDTH = 76;
