/** How much each memory keeps before it begins anew. None of them grows with time. */
export interface MemoryLimits {
  /** Handlings by number; what lies beyond is looked up each time. */
  readonly handlings: number;
  readonly labels: number;
  /** Agencies that made records under one label. */
  readonly owners: number;
  /** Classes of records, whatever their missions. */
  readonly shapes: number;
  /** Kinds of facts. */
  readonly kinds: number;
  readonly missions: number;
  /** Questions to the rules. */
  readonly inputs: number;
  readonly decisions: number;
}

/** Room for what a State keeps of ten thousand posts, several times over. */
export const LIMITS: MemoryLimits = {
  handlings: 131_072,
  labels: 16_384,
  owners: 256,
  shapes: 65_536,
  kinds: 4_096,
  missions: 32_768,
  inputs: 16_384,
  decisions: 16_384,
};
