package org.entente.bench;

/**
 * One kind of work.
 *
 * @param alone true for work so long that it is measured on one connection only
 */
record Shape(String name, String title, Goal goal, boolean alone, Side ours, Side reference) {

    /**
     * What we want to reach; 0 where nothing is promised.
     *
     * @param throughput the least part of the reference's throughput
     * @param tail the most times that our 95th percentile is the reference's
     */
    record Goal(double throughput, double tail) {
        static final Goal NONE = new Goal(0, 0);
    }
}
