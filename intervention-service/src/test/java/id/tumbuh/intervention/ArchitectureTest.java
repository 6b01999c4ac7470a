package id.tumbuh.intervention;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("id.tumbuh.intervention");

    @Test
    void theRulesBelowSeeTheCode() {
        assertThat(PRODUCTION).hasSizeGreaterThan(30);
    }

    @Test
    void featuresDoNotFormCycles() {
        slices().matching("id.tumbuh.intervention.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCTION);
    }

    @Test
    void needsAndReferralsDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..need..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..referral..")
                .check(PRODUCTION);
        noClasses()
                .that()
                .resideInAPackage("..referral..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..need..")
                .check(PRODUCTION);
    }

    /** What decides is a pure function: neither database nor clock nor broker. */
    @Test
    void decisionsDependOnNothingOutside() {
        classes()
                .that()
                .haveFullyQualifiedName("id.tumbuh.intervention.need.Need")
                .or()
                .haveFullyQualifiedName("id.tumbuh.intervention.need.NeedOf")
                .or()
                .haveFullyQualifiedName("id.tumbuh.intervention.referral.FamilyReferrals")
                .or()
                .haveFullyQualifiedName("id.tumbuh.intervention.casework.Casebook")
                .or()
                .haveFullyQualifiedName("id.tumbuh.intervention.caseaudit.CaseAudit")
                .or()
                .haveFullyQualifiedName("id.tumbuh.intervention.caseaudit.CaseAuditMove")
                .or()
                .haveFullyQualifiedName("id.tumbuh.intervention.caseaudit.Candidate")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "id.tumbuh.intervention..",
                        "id.tumbuh.platform.access..",
                        "id.tumbuh.platform.messaging..")
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
                .or()
                .areAnnotatedWith(PUT.class)
                .should()
                .bePublic()
                .check(PRODUCTION);
    }
}
