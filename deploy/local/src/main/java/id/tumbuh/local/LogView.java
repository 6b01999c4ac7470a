package id.tumbuh.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads on in a growing log. Processes append to their logs themselves, so that none of them stops when nobody reads;
 * a log that grew large is put aside here.
 */
final class LogView {

    /** Of a log line of any of our processes: plain text or JSON. */
    static final Predicate<String> WARNING = Pattern.compile(
                    "^\\S+ (\\S+ )?(WARN|WARNING|ERROR|SEVERE|FATAL)\\b|\"level\":\\s*\"(WARN|ERROR|FATAL)|^Exception in|OutOfMemoryError")
            .asPredicate();

    private static final long LARGE = 50L * 1024 * 1024;
    private static final int MOST_AT_ONCE = 1024 * 1024;

    private final Path log;
    private long position;

    private LogView(Path log, long position) {
        this.log = log;
        this.position = position;
    }

    static LogView fromTheEnd(Path log) throws IOException {
        return new LogView(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /** Begins a number of bytes before the end, at the start of a line. */
    static LogView shortlyBeforeTheEnd(Path log, long bytes) throws IOException {
        LogView view = fromTheEnd(log);
        if (view.position > bytes) {
            view.position -= bytes;
            view.readToLineEnd();
        } else {
            view.position = 0;
        }
        return view;
    }

    /** The whole lines that came since the last time. */
    List<String> newLines() throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0; // put aside meanwhile
            }
            byte[] bytes = new byte[(int) Math.min(MOST_AT_ONCE, file.length() - position)];
            file.seek(position);
            file.readFully(bytes);
            return whole(bytes);
        }
    }

    /** Copies a large log to {@code .1} and empties it; its writer appends, and so goes on at the start. */
    void putAsideWhenLarge() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE) {
            Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
            position = 0;
        }
    }

    private List<String> whole(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        if (start == 0 && bytes.length == MOST_AT_ONCE) {
            start = bytes.length; // no end of line in a megabyte: not a line for people
        }
        position += start;
        return lines;
    }

    private void readToLineEnd() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(position);
            file.readLine();
            position = file.getFilePointer();
        }
    }
}
