/** Types that services other than their owner refer to, with the description that all of them give. */
export const PUBLISHED_TYPES = {
  Mission: 'A diplomatic or consular post of one State in another.',
} as const;
