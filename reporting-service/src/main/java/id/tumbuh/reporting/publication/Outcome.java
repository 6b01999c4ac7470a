package id.tumbuh.reporting.publication;

/** What became of an order to publish. */
sealed interface Outcome {
    record Published(Publication publication) implements Outcome {
        public Published {}
    }

    /** It was ordered before. */
    record AlreadyPublished(Publication publication) implements Outcome {
        public AlreadyPublished {}
    }

    /** The id is of another one. */
    record Taken() implements Outcome {
        public Taken {}
    }

    record NotYours() implements Outcome {
        public NotYours {}
    }

    /** The month was published before, and no reason is given. */
    record ReasonMissing() implements Outcome {
        public ReasonMissing {}
    }

    record NothingToPublish() implements Outcome {
        public NothingToPublish {}
    }
}
