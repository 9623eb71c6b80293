/** Who works at the jobs of tenants, and when; on one node at a time. */
@NullMarked
package org.entente.store.job;

import org.jspecify.annotations.NullMarked;
