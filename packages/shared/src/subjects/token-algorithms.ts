export const TOKEN_ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;
export type TokenAlgorithm = (typeof TOKEN_ALGORITHMS)[number];
