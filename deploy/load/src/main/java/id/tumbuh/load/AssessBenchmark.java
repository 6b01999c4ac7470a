package id.tumbuh.load;

import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Children assessed a second on one core, all eight indices on two decimals, over 65,536 different children of every age:
 * enough that neither the branch predictor nor the cache knows them by heart.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class AssessBenchmark {

    private static final int CHILDREN = 1 << 16;
    private static final GrowthIndex[] INDICES = GrowthIndex.values();

    private final WhoGrowthStandard standard = WhoGrowthStandard.load();
    private final Child[] children = new Child[CHILDREN];

    private record Child(Sex sex, int days, Measures measures) {}

    @Setup
    public void prepare() {
        Random random = new Random(5408);
        for (int child = 0; child < CHILDREN; child++) {
            children[child] = child(random);
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHILDREN)
    public void allEightIndices(Blackhole hole) {
        for (Child child : children) {
            Assessment assessment = standard.assess(child.sex(), Age.ofDays(child.days()), child.measures());
            double sum = assessment.bmi();
            for (GrowthIndex index : INDICES) {
                sum += assessment.z(index);
            }
            hole.consume(sum);
        }
    }

    /** Measures around the medians, so that about one z-score in fifteen lies in a restricted tail. */
    private static Child child(Random random) {
        int days = 91 + random.nextInt(1735);
        double months = days / Age.DAYS_A_MONTH;
        double length = 50 + 60 * Math.sqrt(months / 60) * (1 + 0.05 * random.nextGaussian());
        double weight = 0.0012 * length * length * (1.25 - length / 800) * (1 + 0.13 * random.nextGaussian());
        Measures measures = new Measures(
                weight,
                Math.round(length * 10) / 10.0,
                random.nextBoolean() ? Position.LYING : Position.STANDING,
                42 + 8 * (1 - Math.exp(-months / 12)) + random.nextGaussian(),
                15 + 1.5 * random.nextGaussian(),
                8.5 + 1.8 * random.nextGaussian(),
                6.5 + 1.4 * random.nextGaussian(),
                false);
        return new Child(random.nextBoolean() ? Sex.L : Sex.P, days, measures);
    }

    public static void main(String[] arguments) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(AssessBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .build();
        Machine.print();
        new Runner(options).run();
    }
}
