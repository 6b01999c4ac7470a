package id.tumbuh.reporting.bi;

import id.tumbuh.platform.testing.LocalServers;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Makes logins as docs/bi.md says, and signs in with them. */
@ApplicationScoped
class BiLogin {
    private final String url;
    private final String superuserPassword;

    BiLogin(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "test.superuser-password") String superuserPassword) {
        this.url = url;
        this.superuserPassword = superuserPassword;
    }

    Jdbi superuser() {
        return Jdbi.create(url, "postgres", superuserPassword);
    }

    Jdbi application() {
        return Jdbi.create(url, "reporting_app", LocalServers.PASSWORD);
    }

    Jdbi of(String name, String... areas) {
        superuser().useHandle(sql -> {
            sql.execute("create role " + name + " login password '" + LocalServers.PASSWORD + "' in role reporting_bi");
            for (String area : areas) {
                sql.execute("insert into bi_login_area (login, area_code, reason) values (?, ?, 'a test')", name, area);
            }
        });
        return as(name);
    }

    Jdbi as(String name) {
        return Jdbi.create(url, name, LocalServers.PASSWORD);
    }
}
