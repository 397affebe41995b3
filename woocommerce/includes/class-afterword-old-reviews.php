<?php
/**
 * The shop's earlier reviews, which move to Afterword.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * Sends every review, in whatever state, and the answers, with the headings of WebToffee's exports and three more: in parts, each of which
 * Afterword imports by itself. Without a connection, the merchant downloads the same as a file.
 *
 * WooCommerce's own reviews are shown until Afterword has imported them, or until the merchant says that they are there.
 */
class Afterword_Old_Reviews {

	const ACTION = 'afterword_old_reviews';

	/** The option: what was pressed and when, how far it is, what Afterword said, and since when the reviews are moved. */
	const OPTION = 'afterword_move';

	/** The buttons. */
	const TRY_IT   = 'try';
	const MOVE     = 'move';
	const MOVED    = 'moved';
	const DOWNLOAD = 'download';

	/** The reviews of a part, which is halved if it has too many bytes for a call. */
	const AT_ONCE = 500;

	/** After so many seconds, Afterword is asked again whether it has read all. */
	const LOOK_SECONDS = 5;

	const HEADINGS = array(
		'comment_ID', 'comment_post_ID', 'product_SKU', 'comment_author', 'comment_author_email', 'comment_date', 'comment_date_gmt',
		'comment_content', 'comment_approved', 'comment_parent', 'user_id', 'rating', 'verified', 'photo_urls', 'product_status',
	);

	public static function hook() {
		add_action( 'admin_post_' . self::ACTION, array( __CLASS__, 'pressed' ) );
	}

	/** Where the move is, for the shop that this site shows. */
	public static function state() {
		$shop  = Afterword_Shop::current();
		$state = (array) get_option( self::OPTION, array() );
		$state = $shop && ( $state['shop'] ?? '' ) === $shop->address() ? $state : array();
		return $state + array( 'shop' => $shop ? $shop->address() : '', 'moved' => 0, 'phase' => '', 'is_trial' => false, 'last' => 0, 'imports' => array(), 'sums' => array(), 'error' => '', 'until' => 0, 'seen' => 0 );
	}

	private static function set( array $changes ) {
		$state = $changes + self::state();
		update_option( self::OPTION, $state );
		return $state;
	}

	/** When the clock has to run for this. */
	public static function due() {
		$state = self::state();
		return $state['phase'] ? max( 1, $state['until'] ) : PHP_INT_MAX;
	}

	public static function pressed() {
		Afterword_Settings::allow_if( current_user_can( 'manage_woocommerce' ) && current_user_can( 'moderate_comments' ) );
		check_admin_referer( self::ACTION );
		$pressed = sanitize_key( $_POST['do'] ?? '' );
		if ( self::DOWNLOAD === $pressed ) {
			self::download();
		} elseif ( self::MOVED === $pressed ) {
			self::set( array( 'moved' => time(), 'phase' => '', 'error' => '', 'imports' => array(), 'sums' => array(), 'seen' => (int) current( get_comments( array( 'fields' => 'ids', 'number' => 1, 'orderby' => 'comment_ID' ) ) ) ) );
			Afterword_Answers::renew_moved();
		} elseif ( Afterword_Connection::may_send() ) {
			self::set( array( 'phase' => 'sending', 'is_trial' => self::TRY_IT === $pressed, 'began' => time(), 'last' => 0, 'imports' => array(), 'sums' => array(), 'error' => '', 'until' => 0 ) );
			self::run();
			Afterword_Outbox::wake();
		}
		Afterword_Settings::leave( 'reviews' );
	}

	/** Sends the next parts, and then asks what became of them. */
	public static function run() {
		$until = time() + Afterword_Outbox::RUN_SECONDS;
		$state = self::state();
		while ( 'sending' === $state['phase'] && $state['until'] <= time() && time() < $until ) {
			$state = self::send( $state );
		}
		self::read();
	}

	/** Asks what became of what was sent, if it is time to. */
	public static function read() {
		$state = self::state();
		if ( 'reading' === $state['phase'] && $state['until'] <= time() ) {
			self::look();
		}
	}

	private static function send( array $state ) {
		for ( $most = self::AT_ONCE;; $most = intdiv( $most, 2 ) ) {
			$reviews = self::part( $state['last'], $most );
			$file    = fopen( 'php://temp/', 'w+' );
			self::lines( $file, $reviews, true );
			rewind( $file );
			$part = stream_get_contents( $file );
			if ( strlen( $part ) <= Afterword_Outbox::BYTES_MAX || $most < 2 ) {
				break;
			}
		}
		if ( ! $reviews ) {
			return self::set( array( 'phase' => 'reading', 'until' => time() ) );
		}
		$path   = 'imports?format=webtoffee' . ( $state['is_trial'] ? '&dry_run=true' : '' );
		$answer = Afterword_Connection::call( 'POST', $path, $part, Afterword_Connection::stored(), md5( "{$state['began']} $part" ) );
		Afterword_Connection::note( $answer );
		if ( 201 === $answer['status'] && is_string( $answer['json']['id'] ?? null ) ) {
			return self::set( array( 'last' => self::last( $reviews ), 'imports' => array_merge( $state['imports'], array( $answer['json']['id'] ) ), 'error' => '' ) );
		}
		if ( in_array( $answer['status'], array( 403, 413, 415, 422 ), true ) ) {
			// It takes no reviews by this key, or not these.
			return self::set( array( 'phase' => '', 'error' => sanitize_key( $answer['json']['error'] ?? 'refused' ) ) );
		}
		return self::set( array( 'error' => 'silent', 'until' => time() + max( min( $answer['retry_after'], DAY_IN_SECONDS ), Afterword_Answers::FRESH ) ) );
	}

	/** Asks what became of the imports. One that was undone in the console brings WooCommerce's own reviews back. */
	public static function look() {
		$state = self::state();
		if ( ! $state['imports'] || ( $state['is_trial'] && ! $state['phase'] ) || ! Afterword_Connection::may_send() ) {
			return;
		}
		$sums     = array( 'done' => 0, 'imported' => 0, 'published' => 0, 'waiting' => 0, 'skipped' => 0, 'duplicate' => 0 );
		$is_ended = true;
		foreach ( $state['imports'] as $id ) {
			$import = Afterword_Connection::call( 'GET', "imports/$id", null, Afterword_Connection::stored() );
			if ( 404 === $import['status'] && ! $state['phase'] ) {
				// After 90 days, nobody undoes it.
				return;
			}
			$status   = $import['json']['status'] ?? 'running';
			$is_ended = $is_ended && ! in_array( $status, array( 'running', 'awaiting_upload' ), true );
			if ( 'done' === $status ) {
				++$sums['done'];
				$sums['duplicate'] += (int) ( $import['json']['skipped_for']['duplicate'] ?? 0 );
				foreach ( array( 'imported', 'published', 'waiting', 'skipped' ) as $name ) {
					$sums[ $name ] += (int) ( $import['json'][ $name ] ?? 0 );
				}
			}
		}
		if ( ! $is_ended ) {
			self::set( array( 'until' => time() + self::LOOK_SECONDS ) );
			return;
		}
		$changes = array( 'phase' => '', 'until' => 0, 'sums' => $sums, 'error' => count( $state['imports'] ) === $sums['done'] ? '' : 'ended' );
		if ( ! $state['is_trial'] ) {
			// If Afterword holds them back, or knows few of the products, the shop would lose its stars.
			$there = $sums['published'] + $sums['duplicate'];
			if ( ! $changes['error'] && $there >= $sums['waiting'] && 2 * $there >= self::count( 0 ) ) {
				$changes += array( 'moved' => $state['moved'] ? $state['moved'] : time(), 'seen' => $state['last'] );
			} else {
				$changes += array( 'moved' => 0, 'seen' => 0 );
			}
		}
		self::set( $changes );
		if ( $state['phase'] && ! $state['is_trial'] ) {
			Afterword_Answers::renew_moved();
		}
	}

	/** How many public reviews WooCommerce has that were written after one. */
	public static function count( $after ) {
		global $wpdb;
		// phpcs:ignore WordPress.DB, PluginCheck.Security.DirectDB -- WordPress' own lists know no number to begin with.
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->comments} c JOIN {$wpdb->posts} p ON p.ID = c.comment_post_ID WHERE p.post_type = 'product' AND c.comment_approved = '1' AND c.comment_type IN ('review', 'comment', '') AND c.comment_parent = 0 AND c.comment_ID > %d", $after ) );
	}

	private static function download() {
		nocache_headers();
		header( 'Content-Type: text/csv; charset=utf-8' );
		header( 'Content-Disposition: attachment; filename="reviews-' . gmdate( 'Y-m-d' ) . '.csv"' );
		if ( function_exists( 'wc_set_time_limit' ) ) {
			wc_set_time_limit( 0 );
		}
		self::write( fopen( 'php://output', 'w' ) );
		exit;
	}

	/**
	 * Writes the file, in parts.
	 *
	 * @param resource $file Where to.
	 */
	public static function write( $file ) {
		self::lines( $file, array(), true );
		for ( $last = 0; $reviews = self::part( $last, self::AT_ONCE ); $last = self::last( $reviews ) ) { // phpcs:ignore Generic.CodeAnalysis -- the next part begins where the last ended.
			self::lines( $file, $reviews, false );
			fflush( $file );
		}
	}

	private static function lines( $file, array $reviews, $has_headings ) {
		$ids = wp_list_pluck( $reviews, 'comment_ID' );
		update_meta_cache( 'comment', $ids );
		foreach ( array_merge( $has_headings ? array( self::HEADINGS ) : array(), array_map( array( __CLASS__, 'row' ), $reviews ) ) as $cells ) {
			// A spreadsheet would run such a cell as a formula. Afterword takes the apostrophe off.
			fputcsv( $file, preg_replace( '/^(?=\'*[=+@\t\r-])/', "'", $cells ), ',', '"', '' );
		}
		// The next part needs the memory of this one.
		wp_cache_delete_multiple( $ids, 'comment_meta' );
	}

	/** The next reviews, about products and about the shop, about which CusRev asks on the shop's page, each part with the comments on them. */
	private static function part( $after, $most ) {
		global $wpdb;
		$reviews = self::find( $wpdb->prepare( 'c.comment_parent = 0 AND c.comment_ID > %d', $after ), $most );
		for ( $found = $reviews; $found; $reviews = array_merge( $reviews, $found ) ) {
			$found = self::find( 'c.comment_parent IN (' . implode( ',', array_map( 'intval', wp_list_pluck( $found, 'comment_ID' ) ) ) . ')', PHP_INT_MAX );
		}
		usort( $reviews, fn( $one, $other ) => $one->comment_ID - $other->comment_ID );
		return $reviews;
	}

	private static function last( array $reviews ) {
		return max( array_map( fn( $review ) => $review->comment_parent ? 0 : (int) $review->comment_ID, $reviews ) );
	}

	private static function find( $which, $most ) {
		global $wpdb;
		$query = "SELECT c.*, p.post_type, p.post_status FROM {$wpdb->comments} c JOIN {$wpdb->posts} p ON p.ID = c.comment_post_ID
			WHERE $which AND c.comment_type IN ('review', 'comment', '') AND (p.post_type = 'product' OR p.ID = %d)
			ORDER BY c.comment_ID LIMIT %d";
		// phpcs:ignore WordPress.DB, PluginCheck.Security.DirectDB -- WordPress' own lists leave out spam or trash, and count all rows each time.
		return $wpdb->get_results( $wpdb->prepare( $query, wc_get_page_id( 'shop' ), $most ) );
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
			is_int( $product ) ? $review->post_status : '',
		);
	}

	/** The addresses of the photos that CusRev stored: its own, and those in this site. */
	private static function photos( $review ) {
		$photos = array();
		foreach ( get_comment_meta( $review, 'ivole_review_image', false ) as $image ) {
			$photos[] = is_array( $image ) ? ( $image['url'] ?? '' ) : $image;
		}
		foreach ( get_comment_meta( $review, 'ivole_review_image2', false ) as $attachment ) {
			$photos[] = (string) wp_get_attachment_url( (int) $attachment );
		}
		return preg_grep( '~^https?://~', $photos );
	}
}
