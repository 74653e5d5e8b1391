/** Order of two texts by code unit: the same in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of two measures or events by id. */
export const compareIds = (a: {readonly id: string}, b: {readonly id: string}): number => compareText(a.id, b.id);
