/** What scoring makes of an assessment: the shape of `expect` in the conformance cases. Scores are 0–100, coverage 0–1; null is undefined. */

export type Summary = { score: number | null; coverage: number | null; low: number | null; high: number | null };

/** Rounded for show: one decimal, coverage a whole per cent. */
export type Shown = { score: number | null; low: number | null; high: number | null; coverage: number | null };

export type Robustness = {
  equalItems: number | null;
  equalAreas: number | null;
  weakestArea: number | null;
  scoreRange: [number | null, number | null];
  lowRange: [number | null, number | null];
  gradeStable: boolean | null;
};

export type ById<T> = Record<string, T>;

export type Result = {
  claimed: {
    overall: Summary;
    areas: ById<Summary>;
    lenses: ById<ById<Summary>>;
    grade: string | null;
    gradeBeforeCap: string | null;
    breached: string[];
    unverified: string[];
    robustness: Robustness;
    shown: Shown;
  };
  supported: {
    overall: number | null;
    areas: ById<number | null>;
    lenses: ById<ById<number | null>>;
    grade: string | null;
    gradeBeforeCap: string | null;
    unsupported: string[];
    shown: number | null;
  };
  excludedShare: number;
};
