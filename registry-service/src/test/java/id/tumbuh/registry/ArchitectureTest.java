package id.tumbuh.registry;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.tumbuh.registry.screening.FamilyProfile;
import id.tumbuh.registry.screening.RiskScreening;
import id.tumbuh.registry.screening.ScreeningPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("id.tumbuh.registry");

    @Test
    void theRulesBelowSeeTheCode() {
        assertThat(PRODUCTION).hasSizeGreaterThan(60);
    }

    @Test
    void screeningIsAPureFunction() {
        for (Class<?> pure : new Class<?>[] {RiskScreening.class, ScreeningPolicy.class, FamilyProfile.class}) {
            classes()
                    .that()
                    .areAssignableTo(pure)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "id.tumbuh.registry.screening")
                    .check(PRODUCTION);
        }
    }

    @Test
    void screeningAndIdentityKnowNeitherSqlNorHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("..screening..", "..identity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.jdbi..", "jakarta.ws.rs..")
                .check(PRODUCTION);
    }

    @Test
    void featuresDoNotFormCycles() {
        slices().matching("id.tumbuh.registry.(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void operationsArePublicOrQuarkusDropsThem() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .should()
                .bePublic()
                .check(PRODUCTION);
    }

    @Test
    void onlyResourcesAndWhatReadsRequestsKnowHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .resideOutsideOfPackage("..batch..")
                .and()
                .resideOutsideOfPackage("..imports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", RolesAllowed.class.getPackageName())
                .check(PRODUCTION);
    }
}
