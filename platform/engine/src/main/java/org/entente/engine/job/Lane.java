package org.entente.engine.job;

/**
 * Jobs of a tenant are done one after the other in each lane, so that one need not wait for all.
 */
public enum Lane {
    /** What members ask for. */
    WORK,
    /** What the model asks for, and the platform itself. */
    MODEL
}
