/**
 * Invented people, firms and business for the demo tenants, by the thousand: word lists, dice with
 * a fixed seed, and records as the API takes them. Knows no house and sends nothing.
 */
@NullMarked
package org.entente.launcher.demo;

import org.jspecify.annotations.NullMarked;
