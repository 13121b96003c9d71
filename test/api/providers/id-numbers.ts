const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of GB 11643-1999, written down again so that the room's own rule is measured by something else. */
export const idCheck = (digits: string): string => '10X98765432'[WEIGHTS.reduce((sum, weight, nth) => sum + weight * Number(digits[nth]), 0) % 11] as string;
