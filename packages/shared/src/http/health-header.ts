/** In a service's health answer: links of its rows that lead nowhere, as counted last. In the head, which is bounded, whatever the body. */
export const DANGLING_LINKS = 'chancery-dangling-links';
