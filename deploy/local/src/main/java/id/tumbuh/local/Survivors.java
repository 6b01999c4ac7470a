package id.tumbuh.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Processes of this data folder whose supervisor was killed. */
final class Survivors {

    private Survivors() {}

    /** Stops them, the last started first; says so for each. */
    static void stop(Layout layout, Consumer<String> tell) throws IOException {
        for (Component component : Arrays.asList(Component.values()).reversed()) {
            Optional<ProcessRecord> record = ProcessRecord.read(layout.run(), component.label());
            Optional<ProcessHandle> running = record.flatMap(ProcessRecord::running);
            if (running.isPresent()) {
                tell.accept("%s of an earlier run is still there (process %d): stopping it"
                        .formatted(component.label(), running.get().pid()));
                Processes.terminate(running.get(), SupervisedProcess.PATIENCE);
            }
            ProcessRecord.delete(layout.run(), component.label());
        }
        Postmaster.stop(layout.postgres());
    }
}
