package id.tumbuh.registry.member;

/** How a member stands to the head of the family, as on the family card (hubungan dalam keluarga). */
public enum Relation {
    HEAD,
    WIFE,
    HUSBAND,
    CHILD,
    CHILD_IN_LAW,
    GRANDCHILD,
    PARENT,
    OTHER
}
