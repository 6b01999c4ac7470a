package id.tumbuh.measurement;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("id.tumbuh.measurement");

    @Test
    void rulesBelowSeeTheCode() {
        assertThat(PRODUCTION).hasSizeGreaterThan(20);
    }

    @Test
    void growthDependsOnNothingButJava() {
        classes()
                .that()
                .resideInAPackage("..measurement.growth..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "..measurement.growth..")
                .check(PRODUCTION);
    }

    @Test
    void featuresDoNotFormCycles() {
        slices().matching("id.tumbuh.measurement.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCTION);
    }

    /** Quarkus drops a resource method that is not public with no more than a warning. */
    @Test
    void endpointsArePublic() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }
}
