package id.tumbuh.platform.messaging;

/**
 * A fact one service tells the others, as a record whose components are the body of the event. The methods below are the
 * envelope; records mark them {@code @JsonIgnore}.
 */
public interface IntegrationEvent {
    String topic();

    /** CloudEvents type, as {@code id.tumbuh.registry.child-registered.v1}. */
    String type();

    /** The aggregate's id. */
    String key();

    /** What keeps order: the family id for everything of a family. */
    String partitionKey();

    /** The aggregate's version after the change: 1 for the first event, one more with each. */
    long sequence();
}
