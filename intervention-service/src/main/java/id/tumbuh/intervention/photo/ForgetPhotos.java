package id.tumbuh.intervention.photo;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Deletes pictures that nobody needs any more, after their rows are gone: a crash in between is made up for by the next step. */
@ApplicationScoped
class ForgetPhotos implements Chore {
    private static final int PORTION = 50;

    private final Database database;
    private final PhotoStore store;

    ForgetPhotos(Database database, PhotoStore store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public String name() {
        return "photos.forgotten";
    }

    @Override
    public boolean step() {
        return forget() == PORTION;
    }

    /** Returns how many were looked at. */
    int forget() {
        return database.write(Scope.everywhere(), tx -> {
            List<String> hashes = tx.sql()
                    .createQuery("select hash from photo_orphan order by hash limit :portion for update skip locked")
                    .bind("portion", PORTION)
                    .mapTo(String.class)
                    .list();
            hashes.forEach(hash -> forget(tx.sql(), hash));
            return hashes.size();
        });
    }

    private void forget(Handle sql, String hash) {
        KeepPhotos.lockHash(sql, hash);
        boolean needed = sql.createQuery("select exists (select from photo where hash = :hash)")
                .bind("hash", hash)
                .mapTo(Boolean.class)
                .one();
        if (!needed) {
            store.delete(hash);
        }
        sql.createUpdate("delete from photo_orphan where hash = :hash")
                .bind("hash", hash)
                .execute();
    }
}
