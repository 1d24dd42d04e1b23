/** First word of the hidden command line with which a build starts its child; `cli/main.ts` hands it on. */
export const childCommand = '__build-child'
