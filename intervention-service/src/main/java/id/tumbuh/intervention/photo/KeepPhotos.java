package id.tumbuh.intervention.photo;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeps photos of deliveries and shows them. */
@ApplicationScoped
class KeepPhotos {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private final Database database;
    private final PhotoStore store;
    private final RuleBook rules;
    private final CleanPicture clean;

    KeepPhotos(Database database, PhotoStore store, RuleBook rules, PhotoConfig config) {
        this.database = database;
        this.store = store;
        this.rules = rules;
        this.clean = new CleanPicture(config.maxPixels(), config.keepSide());
    }

    /** A photo, without its picture. */
    record Photo(UUID id, UUID deliveryId, String hash, int bytes, int width, int height) {}

    /** What became of a photo that was sent. */
    sealed interface Keeping {
        record Kept(Photo photo) implements Keeping {}

        /** Sent before. */
        record Unchanged(Photo photo) implements Keeping {}

        record Refused(InterventionProblem why) implements Keeping {}
    }

    Keeping keep(Actor actor, UUID delivery, byte[] sent) {
        if (!isThere(actor.scope(), delivery)) { // before anything is decoded for it
            return new Keeping.Refused(InterventionProblem.DELIVERY_UNKNOWN);
        }
        Optional<Picture> picture = clean.of(sent);
        return picture.isEmpty()
                ? new Keeping.Refused(InterventionProblem.PHOTO_UNREADABLE)
                : keep(actor, delivery, picture.get());
    }

    private Keeping keep(Actor actor, UUID delivery, Picture picture) {
        int most = rules.on(LocalDate.now(CLOCK)).number("delivery.most-photos").intValueExact();
        String hash = picture.hash();
        Photo photo =
                new Photo(id(delivery, hash), delivery, hash, picture.jpeg().length, picture.width(), picture.height());
        return database.write(actor.scope(), tx -> {
            Optional<String> area = lockDelivery(tx.sql(), delivery);
            if (area.isEmpty()) {
                return new Keeping.Refused(InterventionProblem.DELIVERY_UNKNOWN);
            }
            List<Photo> before = of(tx.sql(), delivery);
            if (before.stream().anyMatch(one -> one.hash().equals(hash))) {
                return new Keeping.Unchanged(photo);
            }
            if (before.size() >= most) {
                return new Keeping.Refused(InterventionProblem.TOO_MANY_PHOTOS);
            }
            lockHash(tx.sql(), hash);
            insert(tx, photo, area.get());
            store.put(hash, picture.jpeg()); // may be done again, and is there before anybody can ask for it
            tx.audit(actor.did("ADD_PHOTO", "delivery", delivery, area.get()));
            return new Keeping.Kept(photo);
        });
    }

    /** Nothing when there is no such delivery. */
    Optional<List<Photo>> list(Scope scope, UUID delivery) {
        return database.read(scope, sql -> exists(sql, delivery) ? Optional.of(of(sql, delivery)) : Optional.empty());
    }

    /** Nothing when there is no such photo. */
    Optional<byte[]> picture(Actor actor, UUID id) {
        Optional<String> hash = database.write(actor.scope(), tx -> {
            Optional<String> found = tx.sql()
                    .createQuery("select hash from photo where id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne();
            found.ifPresent(_ -> tx.audit(actor.did("READ", "photo", id, null)));
            return found;
        });
        return hash.flatMap(store::get);
    }

    /** Whoever keeps or forgets a picture of the hash waits until the transaction ends. */
    static void lockHash(Handle sql, String hash) {
        sql.createQuery("select 1 from pg_advisory_xact_lock(hashtextextended('photo/' || :hash, 0))")
                .bind("hash", hash)
                .mapTo(Integer.class)
                .one();
    }

    private boolean isThere(Scope scope, UUID delivery) {
        return database.read(scope, sql -> exists(sql, delivery));
    }

    private static boolean exists(Handle sql, UUID delivery) {
        return sql.createQuery("select 1 from delivery where id = :id")
                .bind("id", delivery)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Optional<String> lockDelivery(Handle sql, UUID delivery) {
        return sql.createQuery("select area_code from delivery where id = :id for update")
                .bind("id", delivery)
                .mapTo(String.class)
                .findOne();
    }

    private static List<Photo> of(Handle sql, UUID delivery) {
        return sql.createQuery("select * from photo where delivery_id = :delivery order by made_at, id")
                .bind("delivery", delivery)
                .map((row, _) -> photo(row))
                .list();
    }

    private static void insert(Transaction tx, Photo photo, String area) {
        tx.sql()
                .createUpdate("""
                        insert into photo (id, delivery_id, area_code, hash, bytes, width, height)
                        values (:id, :delivery, :area, :hash, :bytes, :width, :height)""")
                .bind("id", photo.id())
                .bind("delivery", photo.deliveryId())
                .bind("area", area)
                .bind("hash", photo.hash())
                .bind("bytes", photo.bytes())
                .bind("width", photo.width())
                .bind("height", photo.height())
                .execute();
    }

    private static Photo photo(ResultSet row) throws SQLException {
        return new Photo(
                row.getObject("id", UUID.class),
                row.getObject("delivery_id", UUID.class),
                row.getString("hash"),
                row.getInt("bytes"),
                row.getInt("width"),
                row.getInt("height"));
    }

    private static UUID id(UUID delivery, String hash) {
        return UUID.nameUUIDFromBytes(("photo/" + delivery + "/" + hash).getBytes(StandardCharsets.UTF_8));
    }
}
