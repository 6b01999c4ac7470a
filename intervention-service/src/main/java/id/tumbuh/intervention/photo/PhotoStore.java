package id.tumbuh.intervention.photo;

import java.util.Optional;

/** Keeps pictures by their hash. Each call may be made again. */
interface PhotoStore {
    /** Durable once it returns. */
    void put(String hash, byte[] picture);

    Optional<byte[]> get(String hash);

    void delete(String hash);
}
