<?php
/**
 * What Afterword last answered, and its renewal.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * Pages read only what is stored here. WordPress' cron asks Afterword every five minutes: for the ratings of all products, which
 * say when a product's reviews last changed, and for the reviews that did. An error or nonsense leaves the old answer.
 */
class Afterword_Answers {

	const EVENT    = 'afterword_renew';
	const SCHEDULE = 'afterword_five_minutes';
	const RATINGS  = 'afterword_ratings';

	/** The options, with their keys: the products whose reviews are to be read, once or until an instant; and the pages elsewhere that show reviews. */
	const WANTED = 'afterword_wanted';
	const PAGES  = 'afterword_pages';

	/** In place of a product's number: the newest reviews of the whole shop. */
	const SHOP = 0;

	/** After so many seconds, an answer is renewed. */
	const FRESH = 5 * MINUTE_IN_SECONDS;

	/** So long, an answer stands in place of WooCommerce's own reviews; and so long, it is shown where there are none. */
	const TRUSTED = DAY_IN_SECONDS;
	const KEPT    = 30 * DAY_IN_SECONDS;

	/** So old, a list may be that Afterword or a cache answers with. For as long, a list that changed is read again. */
	const OLDEST = 11 * MINUTE_IN_SECONDS;

	/** The most seconds that one call may take, and that all calls of one renewal may. */
	const CALL_SECONDS  = 3;
	const RENEW_SECONDS = 20;

	/** Afterword names the ratings of at most so many products. */
	const RATED_MAX = 2000;

	const PAGES_MAX = 50;
	const BYTES_MAX = 1024 * 1024;

	/** @var array What this request has read. */
	private static $read = array();

	public static function hook() {
		add_action( self::EVENT, array( __CLASS__, 'renew' ) );
		// In a network, the plug-in may be activated for sites that have not run it.
		add_action( 'admin_init', array( __CLASS__, 'schedule' ) );
		// Cloudflare's plug-in reads this when it is loaded, and then purges the posts that this action names.
		add_filter( 'cloudflare_purge_url_actions', fn( $actions ) => array_merge( $actions, array( 'afterword_changed' ) ) );
		add_filter( 'cron_schedules', fn( $schedules ) => $schedules + array( self::SCHEDULE => array( 'interval' => self::FRESH, 'display' => 'Afterword' ) ) ); // phpcs:ignore WordPress.WP.CronInterval -- five minutes are what Afterword allows.
	}

	public static function schedule() {
		if ( ! wp_next_scheduled( self::EVENT ) ) {
			wp_schedule_event( time(), self::SCHEDULE, self::EVENT );
		}
	}

	/** When the plug-in is activated, the cron may be far away. */
	public static function start() {
		self::schedule();
		self::renew();
	}

	/** When the plug-in is deactivated or disconnected: WooCommerce's own reviews and their order are back, and nothing is kept. */
	public static function stop() {
		global $wpdb;
		wp_unschedule_hook( self::EVENT );
		self::purge( self::arrange( true ) );
		// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- WordPress lists no options, and the table is the plug-in's own.
		foreach ( array( '_transient_afterword_', '_transient_timeout_afterword_' ) as $prefix ) {
			array_map( 'delete_option', $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( $prefix ) . '%' ) ) );
		}
		$wpdb->query( 'DROP TABLE IF EXISTS ' . self::table() );
		// phpcs:enable WordPress.DB, PluginCheck.Security.DirectDB
		array_map( 'delete_option', array( self::RATINGS, self::WANTED, self::PAGES ) );
		self::$read = array();
	}

	/**
	 * Whether Afterword's reviews of a product are shown. Otherwise WooCommerce's own are, so that no product loses the stars that it has:
	 * until Afterword's answer has what was moved, and while it has not answered for a day, or has no reviews of this shop.
	 *
	 * @param int $product The product's number here, or SHOP.
	 */
	public static function speak_of( $product ) {
		$ratings = self::stored( self::RATINGS );
		if ( ! $ratings ) {
			return false;
		}
		$own = self::SHOP === $product ? null : (int) get_post_meta( $product, '_wc_review_count', true );
		if ( 0 === $own ) {
			return true;
		}
		$moved    = Afterword_Old_Reviews::state()['moved'];
		$is_moved = $ratings['of'] && $moved && $ratings['at'] >= max( $moved, time() - self::TRUSTED );
		// An answer may be five minutes old. Until then, it counts if it has as many reviews.
		if ( $is_moved && $ratings['at'] >= $moved + self::FRESH ) {
			return true;
		}
		$own = $own ?? Afterword_Old_Reviews::count( 0 );
		return ! $own || ( $is_moved && self::total( $product ) >= $own );
	}

	/** How many reviews Afterword has of a product, or of all. */
	private static function total( $product ) {
		return self::SHOP === $product ? array_sum( array_column( self::stored( self::RATINGS )['of'], 1 ) ) : self::rating( self::number( $product ) )[1];
	}

	/**
	 * The number by which Afterword knows a product. A site in several languages may return that of the product in the shop's main
	 * language.
	 *
	 * @param int $product The product's number here.
	 * @return int
	 */
	public static function number( $product ) {
		return (int) apply_filters( 'afterword_product', $product );
	}

	/**
	 * The average and the number of the reviews of a product.
	 *
	 * @param int $number The product's number in Afterword.
	 * @return array The average, the number and when they last changed; two zeros without reviews.
	 */
	public static function rating( $number ) {
		$ratings = self::stored( self::RATINGS );
		if ( isset( $ratings['of'][ $number ] ) ) {
			return $ratings['of'][ $number ];
		}
		$reviews = self::may_have_reviews( $number ) ? self::stored( $number ) : null;
		return $reviews['rating'] ?? array( 0.0, 0 );
	}

	/**
	 * The stored reviews of a product. They are then read if there are none, or if they are old: a rating says when reviews changed, but
	 * not when the shop's name or language did.
	 *
	 * @param int $number The product's number in Afterword, or SHOP.
	 * @return array{html: string, review: array, rating: array}|null
	 */
	public static function reviews( $number ) {
		if ( ! self::may_have_reviews( $number ) ) {
			return null;
		}
		$reviews  = self::stored( $number );
		$is_rated = isset( self::stored( self::RATINGS )['of'][ $number ] );
		if ( ! $reviews || $reviews['at'] + ( $is_rated ? self::KEPT : self::FRESH ) <= time() ) {
			self::add_to( self::WANTED, $number, self::RATED_MAX );
		}
		return $reviews;
	}

	/** When Afterword last answered with ratings; 0 if it has not for long. */
	public static function answered() {
		return self::stored( self::RATINGS )['at'] ?? 0;
	}

	/** Notes a page that is no product's and shows reviews, because it has to be purged, too. */
	public static function note_page() {
		$page = is_singular() ? get_queried_object_id() : 0;
		if ( $page && 'product' !== get_post_type( $page ) ) {
			self::add_to( self::PAGES, $page, self::PAGES_MAX );
		}
	}

	/** Whether there may be reviews, of a product or of the shop. */
	public static function may_have_reviews( $number ) {
		$ratings = self::stored( self::RATINGS );
		return isset( $ratings['of'][ $number ] ) || ! empty( $ratings['is_full'] ) || ( self::SHOP === $number && ! empty( $ratings['of'] ) );
	}

	/** What is full takes nothing more: it waits for its next visitor. */
	private static function add_to( $option, $key, $most ) {
		$keys = (array) get_option( $option, array() );
		if ( ! isset( $keys[ $key ] ) && count( $keys ) < $most ) {
			update_option( $option, $keys + array( $key => 1 ), false );
		}
	}

	/** The table with a row for each product's list, a dozen kilobytes each. Hosts expect few of these among the options. */
	private static function table() {
		global $wpdb;
		return $wpdb->prefix . 'afterword_reviews';
	}

	/** An answer about the shop that this site shows now: RATINGS, or the list of a product's number. */
	private static function stored( $name ) {
		global $wpdb;
		if ( ! array_key_exists( $name, self::$read ) ) {
			// phpcs:ignore WordPress.DB, PluginCheck.Security.DirectDB -- the plug-in's own table.
			$stored = self::RATINGS === $name ? get_option( $name ) : maybe_unserialize( $wpdb->get_var( $wpdb->prepare( 'SELECT answer FROM ' . self::table() . ' WHERE number = %d', $name ) ) );
			// Lists are as good as the ratings, which say whether they changed.
			$shop = is_array( $stored ) && ( self::RATINGS !== $name || $stored['at'] > time() - self::KEPT ) ? Afterword_Shop::current() : null;

			self::$read[ $name ] = $shop && $stored['shop'] === $shop->address() ? $stored : null;
		}
		return self::$read[ $name ];
	}

	private static function store( $name, Afterword_Shop $shop, array $answer ) {
		global $wpdb;
		$answer += array( 'shop' => $shop->address(), 'at' => time() );
		// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- the plug-in's own table.
		if ( self::RATINGS !== $name ) {
			$wpdb->replace( self::table(), array( 'number' => $name, 'answer' => maybe_serialize( $answer ) ) );
		} else {
			// Whoever reads it may read lists.
			false === get_option( $name ) && $wpdb->query( 'CREATE TABLE IF NOT EXISTS ' . self::table() . ' (number bigint unsigned PRIMARY KEY, answer longtext NOT NULL) ' . $wpdb->get_charset_collate() );
			update_option( $name, $answer, false );
		}
		// phpcs:enable WordPress.DB, PluginCheck.Security.DirectDB
		self::$read = array();
	}

	/**
	 * Asks Afterword. WordPress' cron calls this, and the settings page when the merchant saves it.
	 *
	 * @return bool Whether Afterword answered with ratings.
	 */
	public static function renew() {
		self::$read = array();

		$shop   = Afterword_Shop::current();
		$before = self::stored( self::RATINGS )['of'] ?? array();
		if ( $shop && self::renew_ratings( $shop ) ) {
			$of = self::stored( self::RATINGS )['of'];
			if ( array_diff_key( $before, $of ) ) {
				// An import may have been undone.
				Afterword_Old_Reviews::look();
			}
			$changed = self::renew_lists( $shop, $before, $of );
		}
		self::purge( array_merge( self::arrange(), $changed ?? array() ) );
		return isset( $changed );
	}

	/** After a move, asks twice, because Afterword remembers ratings for a minute. */
	public static function renew_moved() {
		self::renew();
		wp_schedule_single_event( time() + MINUTE_IN_SECONDS, self::EVENT, array( 'moved' ) );
	}

	/** Reads the reviews of products, and returns those whose words are new. */
	private static function renew_lists( Afterword_Shop $shop, array $before, array $of ) {
		// Nobody waits for all lists.
		$until   = time() + ( wp_doing_cron() ? self::RENEW_SECONDS : self::CALL_SECONDS );
		$wanted  = (array) get_option( self::WANTED, array() );
		$changed = array();
		foreach ( $of as $number => $rating ) {
			if ( ( $before[ $number ] ?? null ) !== $rating ) {
				$wanted[ $number ] = time() + self::OLDEST;
			}
		}
		if ( $before !== $of && self::stored( self::SHOP ) ) {
			$wanted[ self::SHOP ] = time() + self::OLDEST;
		}
		$all = $wanted;
		foreach ( $all as $number => $again_until ) {
			if ( time() < $until && self::renew_reviews( $shop, $number, $changed ) ) {
				// Those that nobody has read yet have their turn before this one is read again.
				unset( $wanted[ $number ] );
				$wanted += time() < $again_until ? array( $number => $again_until ) : array();
			}
		}
		if ( $all ) {
			// Otherwise this would forget what a page has added meanwhile.
			$wanted ? update_option( self::WANTED, $wanted, false ) : delete_option( self::WANTED );
		}
		return $changed;
	}

	/**
	 * Gives WooCommerce's order and filter by rating the numbers that are shown.
	 *
	 * @param bool $is_own Whether these are WooCommerce's own of all products.
	 * @return int[] The products whose numbers are new.
	 */
	private static function arrange( $is_own = false ) {
		global $wpdb;
		$changed = array();
		if ( empty( $wpdb->wc_product_meta_lookup ) ) {
			return $changed;
		}
		$ids = implode( ',', array_map( 'intval', array_keys( self::stored( self::RATINGS )['of'] ?? array() ) ) );
		// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- WooCommerce's table has no other way in, and nothing of it is cached.
		$rows = $wpdb->get_results(
			"SELECT l.product_id, l.average_rating, l.rating_count FROM {$wpdb->wc_product_meta_lookup} l
			LEFT JOIN {$wpdb->postmeta} m ON m.post_id = l.product_id AND m.meta_key = '_wc_review_count'
			WHERE l.rating_count > 0 OR m.meta_value > 0" . ( has_filter( 'afterword_product' ) ? ' OR 1 = 1' : ( $ids ? " OR l.product_id IN ($ids)" : '' ) )
		);
		foreach ( $rows as $row ) {
			$product = (int) $row->product_id;
			$rating  = ! $is_own && self::speak_of( $product ) ? self::rating( self::number( $product ) ) : array(
				(float) get_post_meta( $product, '_wc_average_rating', true ),
				array_sum( array_map( 'intval', (array) get_post_meta( $product, '_wc_rating_count', true ) ) ),
			);
			if ( array( round( $rating[0], 2 ), $rating[1] ) !== array( (float) $row->average_rating, (int) $row->rating_count ) ) {
				$wpdb->update( $wpdb->wc_product_meta_lookup, array( 'average_rating' => round( $rating[0], 2 ), 'rating_count' => $rating[1] ), array( 'product_id' => $product ) );
				wp_remove_object_terms( $product, array( 'rated-1', 'rated-2', 'rated-3', 'rated-4', 'rated-5' ), 'product_visibility' );
				if ( $rating[0] > 0 ) {
					wp_add_object_terms( $product, 'rated-' . min( 5, (int) round( $rating[0] ) ), 'product_visibility' );
				}
				$changed[] = $product;
			}
		}
		// phpcs:enable WordPress.DB, PluginCheck.Security.DirectDB
		return $changed;
	}

	/** Purges the pages of products, and those elsewhere that show reviews, in the caches of WordPress, the host and the plug-ins that most shops have. */
	private static function purge( array $products ) {
		if ( ! $products ) {
			return;
		}
		if ( class_exists( 'WC_Cache_Helper' ) ) {
			// What WooCommerce has kept of lists in the order of ratings.
			WC_Cache_Helper::get_transient_version( 'product_query', true );
		}
		foreach ( array_unique( array_filter( array_merge( $products, array_keys( (array) get_option( self::PAGES, array() ) ) ) ) ) as $post ) {
			clean_post_cache( $post );
			do_action( 'litespeed_purge_post', $post ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- LiteSpeed's.
			foreach ( array( 'rocket_clean_post', 'w3tc_flush_post', 'wpsc_delete_post_cache', 'wpfc_clear_post_cache_by_id' ) as $purge ) {
				if ( function_exists( $purge ) ) {
					$purge( $post );
				}
			}
			if ( function_exists( 'sg_cachepress_purge_cache' ) ) {
				sg_cachepress_purge_cache( get_permalink( $post ) );
			}
			/** For any other cache: what this post shows has changed. */
			do_action( 'afterword_changed', $post );
		}
		// It has no call for one page.
		do_action( 'breeze_clear_all_cache' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- Breeze's.
	}

	private static function renew_ratings( Afterword_Shop $shop ) {
		$answer = self::ask( $shop->address() . '/ratings.json' );
		// The shop has left Afterword, or shows no reviews any more.
		if ( false === $answer ) {
			self::store( self::RATINGS, $shop, array( 'of' => array() ) );
			return false;
		}
		// Without products, it is an object, too.
		$ratings = is_string( $answer ) && '{' === substr( ltrim( $answer ), 0, 1 ) ? json_decode( $answer, true ) : null;
		if ( ! is_array( $ratings ) ) {
			return false;
		}
		$of = array();
		foreach ( $ratings as $id => $rating ) {
			if ( ! is_array( $rating ) || ! isset( $rating[0], $rating[1] ) || ! self::is_rating( $rating[0], $rating[1] ) ) {
				return false;
			}
			if ( preg_match( '/^' . Afterword_State::PRODUCT . '(\d+)$/', (string) $id, $number ) ) {
				$of[ (int) $number[1] ] = array( (float) $rating[0], $rating[1], $rating[3] ?? 0 );
			}
		}
		$is_full = count( $ratings ) >= self::RATED_MAX;
		self::store( self::RATINGS, $shop, compact( 'of', 'is_full' ) );
		return true;
	}

	private static function is_rating( $average, $count ) {
		return ( is_int( $average ) || is_float( $average ) ) && $average >= 1 && $average <= 5 && is_int( $count ) && $count > 0;
	}

	/** Reads the reviews of a product or the shop, adds it to what changed if its words are new, and says whether Afterword answered, be it with nonsense. */
	private static function renew_reviews( Afterword_Shop $shop, $number, array &$changed ) {
		global $wpdb;
		$answer  = self::ask( self::address( $shop, $number ) );
		$reviews = is_string( $answer ) ? self::read( $answer ) : null;
		$before  = self::stored( $number )['html'] ?? '';
		if ( $reviews ) {
			self::store( $number, $shop, $reviews );
		} elseif ( false === $answer ) {
			$wpdb->delete( self::table(), array( 'number' => $number ) ); // phpcs:ignore WordPress.DB, PluginCheck.Security.DirectDB -- the plug-in's own table.
			self::$read = array();
		}
		if ( null !== $answer && ( self::stored( $number )['html'] ?? '' ) !== $before ) {
			$changed[] = $number;
		}
		return null !== $answer;
	}

	/** The address of a product's reviews, or of the newest of the shop. */
	public static function address( Afterword_Shop $shop, $number ) {
		return $shop->address() . '/' . self::id( $number ) . '.html';
	}

	/** What Afterword calls a product, or the whole shop. */
	public static function id( $number ) {
		return self::SHOP === $number ? '@all' : Afterword_State::PRODUCT . $number;
	}

	/**
	 * Takes a fragment apart: the list, and what search engines read.
	 *
	 * @param string $fragment Afterword's answer.
	 * @return array|null `null` if it is none.
	 */
	private static function read( $fragment ) {
		if ( ! preg_match( '~^\s*(<section class="afterword".*</section>)\s*$~s', $fragment, $found ) ) {
			return null;
		}
		$ld = null;
		if ( preg_match( '~<script type="application/ld\+json">(.*?)</script>~s', $found[1], $script ) ) {
			$ld = json_decode( $script[1], true );
		}
		$average = $ld['aggregateRating']['ratingValue'] ?? null;
		$count   = $ld['aggregateRating']['reviewCount'] ?? null;
		// The style sheet is this plug-in's, because a page would wait for another host's.
		$html = preg_replace( array( '~<script\b.*?</script>~s', '~<link\b[^>]*>~' ), '', $found[1] );
		return array(
			'html'   => $html,
			'review' => is_array( $ld['review'] ?? null ) ? $ld['review'] : array(),
			'rating' => self::is_rating( $average, $count ) ? array( (float) $average, $count ) : array( 0.0, 0 ),
		);
	}

	/**
	 * Calls Afterword.
	 *
	 * @param string $address The address.
	 * @return string|false|null The body, `false` if there is nothing at the address, or `null` without an answer.
	 */
	private static function ask( $address ) {
		// Who asks for HTML first gets a whole page.
		$headers = array( 'Accept' => '*/*', 'Accept-Language' => get_bloginfo( 'language' ) );
		$answer  = Afterword_Connection::request( $address, compact( 'headers' ) + array( 'timeout' => self::CALL_SECONDS ) );
		$body    = wp_remote_retrieve_body( $answer );
		switch ( wp_remote_retrieve_response_code( $answer ) ) {
			case 200:
				return $body;
			case 404:
				// Somebody else's 404, such as that of a host in maintenance, says nothing about the shop.
				return false === strpos( $body, '"error":"not_found"' ) ? null : false;
			default:
				return null;
		}
	}
}
