/* terms.h - which words are characteristic of one group beside the others.
 *
 * A document is what counts once: a customer, else a record. */
#ifndef FB_STAT_TERMS_H
#define FB_STAT_TERMS_H

/* Log odds of a term, a of all uses in one group and b of those in the other,
 * pulled towards a prior of alpha of alpha_all uses: the difference and its z.
 * alpha > 0; alpha_all, a_all + alpha_all > a + alpha and so on. Source:
 * B. L. Monroe, M. P. Colaresi and K. M. Quinn, Political Analysis 16 (2008)
 * 372-403, equations 15, 16, 20 and 22. */
struct fb_log_odds {
	double delta, z;
};
struct fb_log_odds fb_log_odds(double a, double a_all, double b, double b_all,
    double alpha, double alpha_all);

/* Signed statistics of the table of documents with and without the term, a of
 * n_a in one group and b of n_b in the other; above 0 where the group has it
 * more often, 0 where a margin is empty. One degree of freedom. G2 is the
 * log-likelihood ratio: T. Dunning, Computational Linguistics 19 (1993) 61-74;
 * chi2 is Pearson's without a correction. */
double fb_term_g2(double a, double n_a, double b, double n_b);
double fb_term_chi2(double a, double n_a, double b, double n_b);

#endif
