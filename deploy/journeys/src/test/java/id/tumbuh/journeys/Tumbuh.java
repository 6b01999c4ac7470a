package id.tumbuh.journeys;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole platform on free ports, started once for all stories and stopped after the last. */
public final class Tumbuh implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(Tumbuh.class);

    /** The running installation, with the folder its data lies in. */
    public record Running(Installation installation, Path data) implements AutoCloseable {
        static Running start() {
            try {
                Path data = Files.createTempDirectory("tumbuh-journeys-");
                return new Running(
                        Installation.start(
                                Installation.Options.onFreePorts(root(), data).telling(System.out::println)),
                        data);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }

        /** The API as one role sees it. */
        public Api as(String role, String... areas) {
            return new Api(installation, installation.token(role, areas));
        }

        public String dashboard(String path) {
            return installation.uri(Component.REPORTING) + path;
        }

        @Override
        public void close() throws IOException {
            installation.close();
        }
    }

    static Path root() {
        return Path.of(System.getProperty("tumbuh.root"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot().getStore(ALL).computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
    }
}
