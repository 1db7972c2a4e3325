/** The first moment of a day (UTC); null, so that it filters nothing, for a day that does not exist. */
export function startOfDay(iso: string | undefined): Date | null {
  return iso && /^\d{4}-\d{2}-\d{2}/.test(iso) ? momentOf(`${iso.slice(0, 10)}T00:00:00Z`) : null;
}

/** A moment; null for what is none. */
export function momentOf(iso: string | undefined): Date | null {
  const moment = new Date(iso ?? Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
