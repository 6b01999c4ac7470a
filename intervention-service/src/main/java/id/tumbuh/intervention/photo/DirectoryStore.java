package id.tumbuh.intervention.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Pictures as files: written beside, forced to the disk, then renamed, so that a crash leaves all of a picture or none of it. */
final class DirectoryStore implements PhotoStore {
    private final Path root;

    DirectoryStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(String hash, byte[] picture) {
        Path file = file(hash);
        try {
            Path folder = Files.createDirectories(folder(hash));
            if (Files.exists(file) && Files.size(file) == picture.length) {
                return;
            }
            Path beside = folder.resolve(UUID.randomUUID() + ".part");
            try {
                write(beside, picture);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            force(folder);
        } catch (IOException full) {
            throw new UncheckedIOException("a photo could not be written", full);
        }
    }

    @Override
    public Optional<byte[]> get(String hash) {
        try {
            return Optional.of(Files.readAllBytes(file(hash)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("a photo could not be read", broken);
        }
    }

    @Override
    public void delete(String hash) {
        try {
            Files.deleteIfExists(file(hash));
        } catch (IOException broken) {
            throw new UncheckedIOException("a photo could not be deleted", broken);
        }
    }

    private static void write(Path file, byte[] picture) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(picture);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The new name is as durable as the file. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path folder(String hash) {
        return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4));
    }

    private Path file(String hash) {
        return folder(hash).resolve(hash + ".jpg");
    }
}
