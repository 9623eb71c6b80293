package org.entente.store.records;

import org.entente.metadata.model.Model;
import org.entente.store.TenantNames;
import org.entente.store.shape.Shape;

/**
 * What every statement of a tenant is built from.
 *
 * @param statements those that were built before, whoever's they are
 */
record Ground(TenantNames names, Model model, Shape shape, Statements statements) {}
