package org.entente.bench;

import java.util.Arrays;

/**
 * What one side did in one stretch of time.
 *
 * @param nanos how long each request took
 */
@SuppressWarnings("ArrayRecordComponent") // a million of them must not become objects
record Sample(long[] nanos, double seconds, Cpu cpu, int failures) {
    Sample {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    @Override
    public long[] nanos() {
        return nanos.clone();
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /** Milliseconds that so many hundredths of the requests did not exceed. */
    double percentile(int hundredths) {
        return nanos.length == 0
                ? 0
                : nanos[Math.min(nanos.length - 1, nanos.length * hundredths / 100)] / 1e6;
    }

    double serverPerRequest() {
        return cpu.server() / Math.max(1, nanos.length);
    }

    double databasePerRequest() {
        return cpu.database() / Math.max(1, nanos.length);
    }

    double generatorPerRequest() {
        return cpu.generator() / Math.max(1, nanos.length);
    }

    /** Two stretches of the same side as one. */
    Sample plus(Sample other) {
        var all = Arrays.copyOf(nanos, nanos.length + other.nanos.length);
        System.arraycopy(other.nanos, 0, all, nanos.length, other.nanos.length);
        return new Sample(
                all, seconds + other.seconds, cpu.plus(other.cpu), failures + other.failures);
    }
}
