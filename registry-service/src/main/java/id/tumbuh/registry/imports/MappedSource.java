package id.tumbuh.registry.imports;

import id.tumbuh.platform.sheet.SheetLimits;
import id.tumbuh.registry.imports.mapping.MappedFile;
import id.tumbuh.registry.imports.mapping.MappedReading;
import id.tumbuh.registry.imports.mapping.Profile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Rows of a file that is read by a mapping profile. */
record MappedSource(MappedFile file) implements ImportFormat.Source<MappedReading> {

    static MappedSource open(Path file, Profile profile) throws IOException {
        return new MappedSource(MappedFile.open(file, SheetLimits.USUAL, profile));
    }

    @Override
    public @Nullable MappedReading nextAfter(int number) throws IOException {
        return file.nextAfter(number);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
