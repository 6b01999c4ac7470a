package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ServersTest {

    private static final Pattern READY = Pattern.compile("READY \\{\"postgresPort\":(\\d+),\"kafkaPort\":(\\d+)}");

    @TempDir
    Path data;

    @Test
    void whatWasCommittedOutlivesACleanStopAndAKilledProcess() throws Exception {
        try (Running first = Running.start(data)) {
            assertThat(first.show("fsync")).isEqualTo("on");
            assertThat(first.show("synchronous_commit")).isEqualTo("on");
            assertThat(first.show("full_page_writes")).isEqualTo("on");
            first.owner("create table kept (what text); insert into kept values ('first')");
            first.createTopic("kept.events");
            first.endStandardInput();
        }
        assertThat(Postmaster.of(data.resolve("postgresql"))).isEmpty();

        try (Running second = Running.start(data)) {
            second.owner("insert into kept values ('second')");
            second.process.destroyForcibly().waitFor();
            assertThat(Postmaster.of(data.resolve("postgresql")))
                    .as("PostgreSQL outlives the process that started it")
                    .isPresent();
        }

        try (Running third = Running.start(data)) {
            assertThat(third.show("(select string_agg(what, ',' order by what) from kept)"))
                    .isEqualTo("first,second");
            assertThat(third.topics()).contains("kept.events");
            third.process.destroy();
            assertThat(third.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Postmaster.of(data.resolve("postgresql"))).isEmpty();
    }

    @Test
    void applicationRoleIsBoundByRowLevelSecurityAndEveryConnectionNeedsAPassword() throws Exception {
        try (Running servers = Running.start(data)) {
            assertThat(servers.show("(select rolsuper or rolbypassrls from pg_roles where rolname = 'registry_app')"))
                    .isEqualTo("f");
            assertThat(servers.show("(select pg_get_userbyid(datdba) from pg_database where datname = 'registry')"))
                    .isEqualTo("registry_owner");
            assertThat(servers.show("(select rolcanlogin or rolsuper or rolbypassrls or rolcreaterole from pg_roles"
                            + " where rolname = 'reporting_bi')"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> servers.connect("reporting", "registry_app", "test"))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> servers.connect("registry", "registry_app", "wrong"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> servers.connect("postgres", "postgres", "postgres"))
                    .hasMessageContaining("password authentication failed");
            servers.endStandardInput();
        }
    }

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerAlone() throws IOException {
        Secrets secrets = new Secrets(data.resolve("secrets"));

        String password = secrets.get("registry_app");

        assertThat(password).hasSize(48).isEqualTo(new Secrets(data.resolve("secrets")).get("registry_app"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file("registry_app"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    private record Running(Process process, int postgresPort, int kafkaPort) implements AutoCloseable {

        static Running start(Path data) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx384m",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            "target/classes" + File.pathSeparator + "target/lib/*",
                            "id.tumbuh.local.Servers",
                            "--data",
                            data.toString(),
                            "--password",
                            "test",
                            "--exit-with-stdin")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = Optional.ofNullable(out.readLine()).orElse("ended without a word");
            Matcher ready = READY.matcher(line);
            assertThat(ready.matches()).as(line).isTrue();
            return new Running(process, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
        }

        Connection connect(String database, String user, String password) throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database, user, password);
        }

        void owner(String sql) throws SQLException {
            try (Connection connection = connect("registry", "registry_owner", "test");
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        String show(String what) throws SQLException {
            String question = what.startsWith("(") ? "select " + what : "show " + what;
            try (Connection connection = connect("registry", "registry_owner", "test");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(question)) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }

        void createTopic(String name) throws Exception {
            try (Admin admin = Admin.create(bootstrap())) {
                admin.createTopics(List.of(new NewTopic(name, 6, (short) 1)))
                        .all()
                        .get();
            }
        }

        Set<String> topics() throws Exception {
            try (Admin admin = Admin.create(bootstrap())) {
                return admin.listTopics().names().get();
            }
        }

        private Map<String, Object> bootstrap() {
            return Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort);
        }

        void endStandardInput() throws Exception {
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }
}
