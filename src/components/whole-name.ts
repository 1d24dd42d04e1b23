/** Letters that stand in three lines of the contents, where longer names are cut. */
const mostShown = 80

/** The `title` of a name that may be cut where it is shown; none for one that is shown whole. */
export const wholeName = (label: string): string | undefined => (label.length > mostShown ? label : undefined)
