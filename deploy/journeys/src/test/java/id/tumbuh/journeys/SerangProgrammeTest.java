package id.tumbuh.journeys;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programme of Kabupaten Serang (2024): 5,408 stunted children, 1,300 civil servants who become orang tua asuh of any child of the
 * kabupaten, food from dapur sehat for three months. On an installation of its own, over HTTP alone; every answer is compared with
 * {@link SerangTruth}, which counts the same children without the services.
 *
 * <p>All of it happens today, with the days of the last four months. What the services date by the clock is of today: needs are opened and
 * closed, and placements end with them. The months come one after the other, as they would: a month's weighings are sent when all that
 * follows from the month before has arrived, so that each month's figures are seen. Food comes weekly, as the plan has it. The
 * promises of 40 sponsors are for 60 days, so that they are over before the programme is.
 */
class SerangProgrammeTest {
    private static Tumbuh.Running tumbuh;

    private long chapterBegun = System.nanoTime();

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        tumbuh = Tumbuh.Running.start();
    }

    @AfterAll
    static void stop() throws IOException {
        tumbuh.close();
    }

    @Test
    void threeMonthsOfHelpComeOutAsCounted() throws IOException {
        var programme = new Programme(tumbuh);
        var offices = new SerangOffices(tumbuh);
        var figures = new SerangFigures(programme);
        var sponsoring = new Sponsoring(programme);
        var feeding = new Feeding(programme, offices);
        over("children invented");

        offices.register(programme.truth.children());
        offices.weigh(programme.truth.rows(0));
        figures.ofAMonthAreRight(0);
        sponsoring.theGapIsRight(0);
        over("registered and weighed");

        offices.agree(
                programme.truth.children().stream().filter(SerangChild::agrees).toList(), programme.days.today());
        sponsoring.civilServantsPromise(folder.resolve("korpri.xlsx"));
        over("mothers asked, civil servants listed");
        sponsoring.aPlanCoversTheKabupaten();
        over("planned and held");
        sponsoring.promisesAreMade();
        sponsoring.theGapIsRight(0);
        feeding.thePlanIsWeekly();
        feeding.kitchensOpen();
        over("promised, kitchens open");

        for (int month = 1; month <= programme.days.months(); month++) {
            offices.weigh(programme.truth.rows(month));
            feeding.foodComes(month);
            figures.ofAMonthAreRight(month);
            figures.visitsAreAskedFor(month);
            over("month " + month + " of help");
        }

        feeding.deliveriesAreCounted();
        sponsoring.promisesEnd();
        sponsoring.theGapIsRight(programme.days.months());
        figures.whatFamiliesLackIsReferred();
        figures.outcomesAreTold();
        over("counted");
        sponsoring.placesThatAreFreeAreGivenAgain();
        over("renewed and planned again");

        var pages = new SerangPages(programme);
        pages.fosterParentsAreRight(feeding);
        pages.cockpitIsRight();
        figures.nothingIsSetAsideAndCountersAreRight();
        over("pages and counters verified");
    }

    private void over(String chapter) {
        System.out.printf("-- %s: %.1f s%n", chapter, (System.nanoTime() - chapterBegun) / 1e9);
        chapterBegun = System.nanoTime();
    }
}
