package id.tumbuh.registry.duplicate;

import id.tumbuh.registry.sameperson.Resemblance;

/** Two records that may be of one person, and what of them was compared. */
@SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
record FoundPair(PairKey key, Resemblance resemblance, byte[] content) {}
