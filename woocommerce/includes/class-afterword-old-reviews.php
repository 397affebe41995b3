<?php
/**
 * The shop's earlier reviews, as a file that Afterword's console imports.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * Writes every review, in whatever state, and the answers, with the headings of WebToffee's exports and two more. The merchant takes the
 * file to the console, which tries it first: so this site needs no key that could change anything in Afterword.
 */
class Afterword_Old_Reviews {

	const ACTION = 'afterword_old_reviews';

	/** The reviews that are in memory at once. */
	const AT_ONCE = 500;

	const HEADINGS = array(
		'comment_ID', 'comment_post_ID', 'product_SKU', 'comment_author', 'comment_author_email', 'comment_date', 'comment_date_gmt',
		'comment_content', 'comment_approved', 'comment_parent', 'user_id', 'rating', 'verified', 'photo_urls',
	);

	public static function hook() {
		add_action( 'admin_post_' . self::ACTION, array( __CLASS__, 'download' ) );
	}

	public static function download() {
		if ( ! current_user_can( 'manage_woocommerce' ) || ! current_user_can( 'moderate_comments' ) ) {
			wp_die( esc_html__( 'You may not do this.', 'afterword' ), 403 );
		}
		check_admin_referer( self::ACTION );
		nocache_headers();
		header( 'Content-Type: text/csv; charset=utf-8' );
		header( 'Content-Disposition: attachment; filename="reviews-' . gmdate( 'Y-m-d' ) . '.csv"' );
		if ( function_exists( 'wc_set_time_limit' ) ) {
			wc_set_time_limit( 0 );
		}
		self::write( fopen( 'php://output', 'w' ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- the answer itself.
		exit;
	}

	/**
	 * Writes the file, in parts.
	 *
	 * @param resource $file Where to.
	 */
	public static function write( $file ) {
		self::line( $file, self::HEADINGS );
		$last = 0;
		do {
			$reviews = self::after( $last );
			update_meta_cache( 'comment', wp_list_pluck( $reviews, 'comment_ID' ) );
			foreach ( $reviews as $review ) {
				self::line( $file, self::row( $review ) );
				$last = (int) $review->comment_ID;
			}
			// The next part needs the memory of this one.
			wp_cache_delete_multiple( wp_list_pluck( $reviews, 'comment_ID' ), 'comment_meta' );
			fflush( $file );
		} while ( $reviews );
	}

	/** The next reviews and answers, about products and about the shop, about which CusRev asks on the shop's page. */
	private static function after( $last ) {
		global $wpdb;
		$query = "SELECT c.*, p.post_type FROM {$wpdb->comments} c JOIN {$wpdb->posts} p ON p.ID = c.comment_post_ID
			WHERE c.comment_ID > %d AND c.comment_type IN ('review', 'comment', '') AND (p.post_type = 'product' OR p.ID = %d)
			ORDER BY c.comment_ID LIMIT %d";
		// phpcs:ignore WordPress.DB -- WordPress' own lists leave out spam or trash, and count all rows each time.
		return $wpdb->get_results( $wpdb->prepare( $query, $last, self::shop_page(), self::AT_ONCE ) );
	}

	private static function shop_page() {
		return function_exists( 'wc_get_page_id' ) ? wc_get_page_id( 'shop' ) : -1;
	}

	private static function row( $review ) {
		$id      = (int) $review->comment_ID;
		$product = 'product' === $review->post_type ? (int) $review->comment_post_ID : '@shop';
		return array(
			$id,
			$product,
			is_int( $product ) ? (string) get_post_meta( $product, '_sku', true ) : '',
			$review->comment_author,
			$review->comment_author_email,
			$review->comment_date,
			$review->comment_date_gmt,
			$review->comment_content,
			$review->comment_approved,
			(int) $review->comment_parent,
			// Afterword takes a comment on a review for the shop's answer if the site's first user wrote it.
			$review->user_id && user_can( (int) $review->user_id, 'moderate_comments' ) ? 1 : 0,
			(string) get_comment_meta( $id, 'rating', true ),
			get_comment_meta( $id, 'verified', true ) ? 1 : 0,
			implode( ' ', self::photos( $id ) ),
		);
	}

	/** The addresses of the photos that CusRev stored: its own, and those in this site. */
	private static function photos( $review ) {
		$photos = array();
		foreach ( get_comment_meta( $review, 'ivole_review_image' ) as $image ) {
			$photos[] = is_array( $image ) ? ( $image['url'] ?? '' ) : $image;
		}
		foreach ( get_comment_meta( $review, 'ivole_review_image2' ) as $attachment ) {
			$photos[] = (string) wp_get_attachment_url( (int) $attachment );
		}
		return preg_grep( '~^https?://~', $photos );
	}

	private static function line( $file, array $cells ) {
		// A spreadsheet would run such a cell as a formula. Afterword takes the apostrophe off.
		fputcsv( $file, preg_replace( '/^(?=\'*[=+@\t\r-])/', "'", $cells ), ',', '"', '' );
	}
}
