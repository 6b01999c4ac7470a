package id.tumbuh.measurement.growth;

/** Box-Cox power, median and coefficient of variation: the three figures that describe a reference population. */
record Lms(double l, double m, double s) {

    /** The value that lies so many standard deviations from the median. */
    double atSd(int deviations) {
        return m * Math.pow(1 + l * s * deviations, 1 / l);
    }

    /** Beyond ±3 SD the distance is counted in steps of the outermost SD, since the power has no observed data there. */
    double restricted(double value, double z) {
        if (z > 3) {
            double sd3 = atSd(3);
            return 3 + (value - sd3) / (sd3 - atSd(2));
        }
        double sd3 = atSd(-3);
        return -3 + (value - sd3) / (atSd(-2) - sd3);
    }
}
