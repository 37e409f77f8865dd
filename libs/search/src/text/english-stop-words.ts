/** The English words that find nothing, for an engine that has no list of its own (PostgreSQL's `english.stop`, shortened). */
export const ENGLISH_STOP_WORDS: string[] =
  `i me my we our ours you your he him his she her it its they them their what which who whom this that these those am is are
   was were be been being have has had having do does did doing a an the and but if or because as until while of at by for
   with about against between into through during before after above below to from up down in out on off over under again
   further then once here there when where why how all any both each few more most other some such no nor not only own same
   so than too very can will just should now`.split(/\s+/);
