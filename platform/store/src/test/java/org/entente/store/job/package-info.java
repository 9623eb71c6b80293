/** Tests of who works at jobs. */
@org.jspecify.annotations.NullMarked
package org.entente.store.job;
