package id.tumbuh.reporting;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("id.tumbuh.reporting");

    @Test
    void theRulesBelowSeeTheCode() {
        assertThat(PRODUCTION).hasSizeGreaterThan(40);
    }

    @Test
    void featuresDoNotFormCycles() {
        slices().matching("id.tumbuh.reporting.(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.tumbuh.registry..", "id.tumbuh.measurement..", "id.tumbuh.intervention..")
                .check(PRODUCTION);
    }

    @Test
    void figuresKnowNothingOfPages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.tumbuh.reporting.page..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("id.tumbuh.reporting.page..")
                .check(PRODUCTION);
    }

    @Test
    void operationsArePublicOrQuarkusDropsThem() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotInterfaces()
                .should()
                .bePublic()
                .check(PRODUCTION);
    }
}
