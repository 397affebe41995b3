<?php
/**
 * What waits to be sent to Afterword.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * A table with one row an order or product. A hook of WooCommerce marks it as changed, and what is sent is read when it is sent; so nothing is
 * sent twice, and the last state wins. Action Scheduler is the clock and nothing else, because it never repeats what failed.
 *
 * A row with `due` above 0 waits; one with 0 does not: either Afterword has its state, of which `digest` is the digest, or, if `since` is
 * above 0, it is given up. `changes` counts, so that a change during a call is not taken for sent.
 */
class Afterword_Outbox {

	const ACTION = 'afterword_send';

	/** The option: until when nothing is sent, how many calls failed in a row, and when Afterword last answered, all was checked, the clock ran, and WordPress' cron did. */
	const STATUS = 'afterword_sending';

	/** The seconds after which a change is sent, because a shop often saves several times, and the hook of a deletion comes before it. */
	const WAIT = 10;

	/** The seconds of a run, after which other actions have their turn, and those after which a run counts as dead. */
	const RUN_SECONDS   = 20;
	const CLAIM_SECONDS = 300;

	/** Afterword takes so much in a call. */
	const BYTES_MAX = 1000000;

	/** Rows that failed up to so often go in calls of so many; at last alone, because one of them may be why. */
	const SIZES = array( 4 => 100, 7 => 10, 65535 => 1 );

	/** By table and row, when this request wrote it; by the table alone, when it set the clock; and the rows that changed again. */
	private static $written = array();
	private static $again   = array();

	/** Whether each change is written at once, and sets the clock: after a run in this process, and once all hooks of the request are done. */
	private static $is_direct = false;

	public static function hook() {
		add_action( self::ACTION, array( __CLASS__, 'run' ) );
		// Where a run died, nobody has set the clock.
		add_action( Afterword_Answers::EVENT, array( __CLASS__, 'wake' ) );
		add_action( Afterword_Answers::EVENT, fn() => self::set_status( array( 'cron' => time() ) ) );
		add_action( 'admin_init', array( __CLASS__, 'wake' ) );
		add_action( 'shutdown', array( __CLASS__, 'write_again' ), PHP_INT_MAX );

		// Trash and restoring are no updates for WooCommerce; where orders are posts, WordPress saves them.
		foreach ( array( 'woocommerce_new_order', 'woocommerce_update_order', 'woocommerce_trash_order', 'woocommerce_untrash_order', 'woocommerce_order_refunded', 'save_post_shop_order' ) as $hook ) {
			add_action( $hook, array( __CLASS__, 'order_changed' ) );
		}
		add_action( 'woocommerce_before_delete_order', array( __CLASS__, 'order_deleted' ), 10, 2 );
		add_action( 'before_delete_post', array( __CLASS__, 'post_deleted' ), 10, 2 );
		add_filter( 'woocommerce_pre_delete_order_refund', array( __CLASS__, 'refund_deleted' ), 10, 2 );
		foreach ( array( 'create', 'update', 'delete' ) as $event ) {
			// It does not save its order.
			add_action( "woocommerce_fulfillment_after_$event", fn( $fulfillment ) => self::order_changed( $fulfillment->get_entity_id() ) );
		}
		foreach ( array( 'woocommerce_new_product', 'woocommerce_update_product', 'woocommerce_new_product_variation', 'woocommerce_update_product_variation', 'save_post_product' ) as $hook ) {
			add_action( $hook, array( __CLASS__, 'product_changed' ) );
		}
		foreach ( array( 'permalink_structure', 'woocommerce_permalinks', 'home' ) as $option ) {
			add_action( "update_option_$option", array( __CLASS__, 'moved' ) );
		}
	}

	public static function order_changed( $id ) {
		self::add( 'order', (int) $id );
	}

	/** The number is taken before the order goes. */
	public static function order_deleted( $id, $order ) {
		if ( $order && Afterword_State::is_told( $order ) ) {
			self::add( 'order', (int) $id, (string) $order->get_order_number() );
		}
	}

	/** Products are posts. Orders are, too, in shops with WooCommerce's old tables. */
	public static function post_deleted( $id, $post ) {
		if ( in_array( $post->post_type, array( 'product', 'product_variation' ), true ) && 'auto-draft' !== $post->post_status ) {
			self::product_changed( $id );
		} elseif ( 'shop_order' === $post->post_type && function_exists( 'wc_get_order' ) ) {
			self::order_deleted( $id, wc_get_order( $id ) );
		}
	}

	public static function refund_deleted( $is_done, $refund ) {
		self::order_changed( $refund->get_parent_id() );
		return $is_done;
	}

	/** A variation is told with its product. */
	public static function product_changed( $id ) {
		self::add( 'product', 'product_variation' === get_post_type( $id ) ? wp_get_post_parent_id( $id ) : (int) $id );
	}

	/** All products have other addresses now. */
	public static function moved() {
		if ( Afterword_Connection::stored() ) {
			self::add_products();
			self::wake();
		}
	}

	private static function table() {
		global $wpdb;
		return $wpdb->prefix . 'afterword_outbox';
	}

	// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- the plug-in's own table, whose name no placeholder takes before WordPress 6.2.

	/** A checkout saves its order a dozen times. The first time is written at once, because a request may die; what follows, at its end. */
	private static function add( $kind, $id, $number = '' ) {
		if ( ! $id || ! Afterword_Connection::stored() ) {
			return;
		}
		global $wpdb;
		$row = $wpdb->prepare( '%s, %d, %s', $kind, $id, $number );
		if ( self::is_new( $row ) ) {
			self::$again[ $row ] = $row;
		} else {
			self::$written[ self::table() . $row ] = time();
			self::write( array( $row ) );
		}
	}

	/** Whether this request did it so lately that no run has met it: what is written is not due yet, and so its clock is still to come. */
	private static function is_new( $row = '' ) {
		// What a network's site changes in another is not remembered until the end.
		return time() < ( self::$written[ self::table() . $row ] ?? 0 ) + self::WAIT && ! self::$is_direct && ! ( is_multisite() && ms_is_switched() );
	}

	private static function write( array $rows ) {
		$times = sprintf( ', %d, %d)', time() + self::WAIT, time() );
		self::put( 'VALUES (' . implode( "$times, (", $rows ) . $times );
		if ( ! self::is_new() ) {
			self::$written[ self::table() ] = did_action( 'action_scheduler_init' ) ? time() : 0;
			self::wake();
		}
	}

	/** Writes what changed again in this request, which may have lasted so long that an earlier state was sent. */
	public static function write_again() {
		$rows        = self::$again;
		self::$again = array();
		if ( $rows && Afterword_Connection::stored() ) {
			self::write( $rows );
		}
		self::$is_direct = true;
	}

	/** Queues rows. A check leaves rows that wait as they are. */
	private static function put( $rows, $is_check = false ) {
		global $wpdb;
		$again = $is_check
			? 'since = IF(since = 0, VALUES(since), since), due = IF(due = 0, VALUES(due), due)'
			: "changes = changes + 1, since = IF(due = 0, VALUES(since), since), due = VALUES(due), number = IF(VALUES(number) = '', number, VALUES(number))";
		$wpdb->query( 'INSERT INTO ' . self::table() . " (kind, id, number, due, since) $rows ON DUPLICATE KEY UPDATE $again" );
	}

	private static function add_products( $condition = '', $is_check = false ) {
		global $wpdb;
		self::put( $wpdb->prepare( "SELECT 'product', p.ID, '', %d, %d FROM {$wpdb->posts} p WHERE p.post_type = 'product' AND p.post_status = 'publish' $condition", time(), time() ), $is_check );
	}

	/** What was bought and never told, such as a draft, is told, too: Afterword takes a product that only an order names for published. */
	private static function add_bought( array $states ) {
		global $wpdb;
		$ids = array( 0 );
		foreach ( $states as $state ) {
			foreach ( array_column( $state['lines'] ?? array(), 'catalog_item_id' ) as $id ) {
				$ids[] = (int) substr( $id, strlen( Afterword_State::PRODUCT ) );
			}
		}
		$wpdb->query( $wpdb->prepare( 'INSERT IGNORE INTO ' . self::table() . " (kind, id, due, since) SELECT 'product', p.ID, %d, %d FROM {$wpdb->posts} p WHERE p.post_type = 'product' AND p.post_status NOT IN ('publish', 'trash', 'auto-draft') AND p.ID IN (" . implode( ',', $ids ) . ')', time(), time() ) );
	}

	private static function add_orders( array $query, $is_check = false ) {
		$ids = wc_get_orders( $query + array( 'type' => 'shop_order', 'status' => array_keys( wc_get_order_statuses() ), 'limit' => -1, 'return' => 'ids' ) );
		foreach ( array_chunk( $ids, 500 ) as $part ) {
			$now = time();
			self::put( "VALUES ('order', " . implode( ", '', $now, $now), ('order', ", array_map( 'intval', $part ) ) . ", '', $now, $now)", $is_check );
		}
	}

	/** When the shop has been connected: its published products and newest orders. Afterword asks nobody about what was completed before. */
	public static function begin() {
		global $wpdb;
		$wpdb->query(
			'CREATE TABLE IF NOT EXISTS ' . self::table() . " (
				kind varchar(7) NOT NULL, id bigint unsigned NOT NULL, number varchar(255) NOT NULL DEFAULT '',
				changes int unsigned NOT NULL DEFAULT 1, tries smallint unsigned NOT NULL DEFAULT 0,
				due bigint unsigned NOT NULL, since bigint unsigned NOT NULL,
				confirmed bigint unsigned NOT NULL DEFAULT 0, digest char(32) NOT NULL DEFAULT '',
				PRIMARY KEY (kind, id), KEY due (due)
			) " . $wpdb->get_charset_collate()
		);
		$wpdb->query( 'UPDATE ' . self::table() . " SET digest = ''" );
		self::add_products();
		self::add_orders( array( 'date_created' => '>' . ( time() - 90 * DAY_IN_SECONDS ) ) );
		self::set_status( array( 'until' => 0, 'failures' => 0, 'answered' => time(), 'checked' => time(), 'cron' => time() ) );
		self::wake();
	}

	/** Once a day, for what no hook told: what differs from what Afterword has is sent, and the rest only read. */
	private static function check() {
		global $wpdb;
		$table = self::table();
		$from  = time() - 30 * DAY_IN_SECONDS;
		$wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE kind = 'order' AND due = 0 AND confirmed < %d AND since < %d", $from, $from ) );
		// Of orders that are gone, nothing else is left; and what was given up is tried once a day.
		$wpdb->query( $wpdb->prepare( "UPDATE $table SET since = IF(since = 0, %d, since), due = %d WHERE due = 0 AND (kind = 'order' OR since > 0)", time(), time() ) );
		self::add_products( $wpdb->prepare( 'AND p.post_modified_gmt > %s', gmdate( 'Y-m-d H:i:s', $from ) ), true );
		self::add_orders( array( 'date_modified' => ">$from" ), true );
		self::set_status( array( 'checked' => time() ) );
	}

	/** Forgets what Afterword confirmed in this time and has lost, so that it is sent again. Clocks may differ by an hour. */
	public static function forget( $from, $until ) {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'UPDATE ' . self::table() . " SET digest = '', changes = changes + 1, since = IF(since = 0, %d, since), due = IF(due = 0, %d, due) WHERE confirmed BETWEEN %d AND %d", time(), time(), $from - HOUR_IN_SECONDS, $until + HOUR_IN_SECONDS ) );
	}

	/** Leaves nothing that waits, and no clock. */
	public static function end() {
		global $wpdb;
		self::stop();
		delete_option( self::STATUS );
		$wpdb->query( 'DROP TABLE IF EXISTS ' . self::table() );
	}

	/** When the plug-in is activated: what changed meanwhile is found. */
	public static function start() {
		self::set_status( array( 'checked' => 0, 'cron' => time() ) );
	}

	/** When the plug-in is deactivated. */
	public static function stop() {
		self::$written = array();
		self::$again   = array();
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( self::ACTION );
		}
	}

	/** Leaves no trace in Action Scheduler, which keeps what it did for a month, and in WooCommerce's log. */
	public static function erase() {
		global $wpdb;
		$wpdb->suppress_errors( true );
		$wpdb->query( $wpdb->prepare( "DELETE a, l FROM {$wpdb->prefix}actionscheduler_actions a LEFT JOIN {$wpdb->prefix}actionscheduler_logs l ON l.action_id = a.action_id WHERE a.hook = %s", self::ACTION ) );
		$wpdb->suppress_errors( false );
		if ( function_exists( 'wc_get_logger' ) ) {
			wc_get_logger()->clear( 'afterword' );
		}
	}

	public static function status() {
		return (array) get_option( self::STATUS, array() ) + array( 'until' => 0, 'failures' => 0, 'answered' => 0, 'checked' => 0, 'ran' => 0, 'cron' => 0 );
	}

	private static function set_status( array $changes ) {
		if ( Afterword_Connection::stored() ) {
			update_option( self::STATUS, $changes + self::status(), false );
		}
	}

	/** Sets the clock to the next row, or to the next check. */
	public static function wake() {
		global $wpdb;
		$connection = Afterword_Connection::stored();
		// Before its `init`, Action Scheduler has no store.
		if ( ! $connection || '' === $connection['key'] || ! did_action( 'action_scheduler_init' ) ) {
			return;
		}
		$status = self::status();
		$due    = (int) $wpdb->get_var( 'SELECT MIN(due) FROM ' . self::table() . ' WHERE due > 0' );
		$next   = max( $status['until'], min( $due ? $due : PHP_INT_MAX, $status['checked'] + DAY_IN_SECONDS, Afterword_Old_Reviews::due() ), time() );
		$sooner = array( 'date' => as_get_datetime_object( '@' . ( $next + MINUTE_IN_SECONDS ) ), 'date_compare' => '<=' );
		if ( ! as_get_scheduled_actions( $sooner + array( 'hook' => self::ACTION, 'status' => 'pending', 'per_page' => 1 ), 'ids' ) ) {
			as_schedule_single_action( $next, self::ACTION );
		}
	}

	/** Sends what is due. */
	public static function run() {
		self::write_again();
		self::set_status( array( 'ran' => time() ) );
		$status   = self::status();
		$is_daily = $status['checked'] <= time() - DAY_IN_SECONDS;
		if ( $status['until'] <= time() && ! Afterword_Connection::may_send( $is_daily ) ) {
			self::pause( 0 );
		} elseif ( $status['until'] <= time() ) {
			if ( $is_daily ) {
				self::check();
			}
			do {
				$is_more = self::send();
			} while ( $is_more && time() < $status['ran'] + self::RUN_SECONDS );
			Afterword_Old_Reviews::run();
		}
		self::wake();
	}

	/** Sends one call, and says whether there may be more to send. */
	private static function send() {
		$rows = self::claim();
		if ( ! $rows ) {
			return false;
		}
		$kind   = $rows[0]->kind;
		$states = array();
		$bytes  = 0;
		foreach ( $rows as $place => $row ) {
			try {
				$state = Afterword_State::of( $kind, (int) $row->id, $row->number );
			} catch ( Throwable $failure ) {
				self::log( 'warning', "$kind {$row->id} cannot be read: " . get_class( $failure ) . ' at ' . basename( $failure->getFile() ) . ':' . $failure->getLine() );
				self::delay( $row, true );
				continue;
			}
			$row->state = md5( wp_json_encode( array( 'as_of' => 0 ) + (array) $state ) );
			if ( null === $state || $row->digest === $row->state ) {
				self::settle( $row, null === $state ? '' : $row->state );
				continue;
			}
			$bytes += strlen( wp_json_encode( $state ) ) + 1;
			if ( $states && $bytes > self::BYTES_MAX ) {
				self::delay( $row, false );
				continue;
			}
			$row->number      = 'order' === $kind ? $state['id'] : '';
			$states[ $place ] = $state;
		}
		$connection = Afterword_Connection::stored();
		if ( ! $states || ! $connection ) {
			return (bool) $connection;
		}
		if ( 'order' === $kind ) {
			self::add_bought( $states );
		}
		// A product can become another's only once it is no other's main product itself. A refused row is never sent again.
		uasort( $states, fn( $one, $other ) => isset( $one['of'] ) <=> isset( $other['of'] ) );
		$answer = Afterword_Connection::call( 'POST', "{$kind}s", array( "{$kind}s" => array_values( $states ) ), $connection );
		return self::take( $answer, array_replace( $states, array_intersect_key( $rows, $states ) ), array_values( $states ) );
	}

	/** The rows of the next call, which no other run takes for five minutes. */
	private static function claim() {
		global $wpdb;
		$table = self::table();
		$rows  = array();
		$from  = 0;
		foreach ( self::SIZES as $tries => $size ) {
			$kind = $rows ? '' : $wpdb->get_var( $wpdb->prepare( "SELECT kind FROM $table WHERE due BETWEEN 1 AND %d AND tries BETWEEN %d AND %d ORDER BY due, kind DESC LIMIT 1", time(), $from, $tries ) );
			$rows = $kind ? $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $table WHERE kind = %s AND due BETWEEN 1 AND %d AND tries BETWEEN %d AND %d ORDER BY due, id LIMIT %d", $kind, time(), $from, $tries, $size ) ) : $rows;
			$from = $tries + 1;
		}
		if ( ! $rows ) {
			return array();
		}
		$ids = implode( ',', array_map( 'intval', wp_list_pluck( $rows, 'id' ) ) );
		$wpdb->query( $wpdb->prepare( "UPDATE $table SET due = %d WHERE kind = %s AND id IN ($ids)", time() + self::CLAIM_SECONDS, $rows[0]->kind ) );
		// What this process read before may be older than the change.
		if ( wp_cache_supports( 'flush_runtime' ) ) {
			wp_cache_flush_runtime();
		}
		return $rows;
	}

	private static function take( array $answer, array $rows, array $states ) {
		Afterword_Connection::note( $answer );
		$results = $answer['json']['results'] ?? null;
		if ( 200 !== $answer['status'] || ! is_array( $results ) ) {
			self::log( 'warning', 'Afterword answered with status ' . $answer['status'] );
			$until = self::pause( $answer['retry_after'] );
			foreach ( $rows as $row ) {
				// Who is away or busy says nothing about these rows.
				self::delay( $row, ! in_array( $answer['status'], array( 0, 401, 409, 429, 502, 503, 504 ), true ), $until );
			}
			return false;
		}
		self::set_status( array( 'until' => 0, 'failures' => 0, 'answered' => time() ) );
		$place = 0;
		foreach ( $rows as $row ) {
			$result  = $results[ $place ] ?? null;
			$outcome = ( $result['id'] ?? null ) === $states[ $place++ ]['id'] ? $result['outcome'] ?? '' : '';
			self::log( 'refused' === $outcome ? 'warning' : 'info', "{$row->kind} {$row->id} $outcome " . sanitize_key( $result['code'] ?? '' ) );
			if ( in_array( $outcome, array( 'stored', 'kept', 'refused' ), true ) ) {
				// What is kept there is newer, and not known here.
				self::settle( $row, 'kept' === $outcome ? '-' : $row->state );
			} else {
				self::delay( $row, true );
			}
		}
		return true;
	}

	/** Afterword has this state, now or since an earlier call, unless the row has changed meanwhile. Without a digest, it was never told. */
	private static function settle( $row, $digest ) {
		global $wpdb;
		$where   = $wpdb->prepare( 'WHERE kind = %s AND id = %d AND changes = %d', $row->kind, $row->id, $row->changes );
		$confirm = $wpdb->prepare( 'UPDATE ' . self::table() . ' SET due = 0, since = 0, tries = 0, confirmed = IF(digest = %s, confirmed, %d), digest = %s, number = %s ', $digest, time(), $digest, $row->number );
		$wpdb->query( ( '' === $digest ? 'DELETE FROM ' . self::table() . ' ' : $confirm ) . $where );
	}

	/** A row stays for a week, and counts a failed call if it may be why. A change meanwhile has set its own time. */
	private static function delay( $row, $is_theirs, $until = 0 ) {
		global $wpdb;
		$tries = $row->tries + ( $is_theirs ? 1 : 0 );
		$due   = max( time(), $until, $is_theirs ? time() + self::pause_after( $tries ) : 0 );
		$wpdb->query( $wpdb->prepare( 'UPDATE ' . self::table() . ' SET tries = %d, due = IF(since < %d, 0, %d) WHERE kind = %s AND id = %d AND changes = %d', $tries, time() - WEEK_IN_SECONDS, $due, $row->kind, $row->id, $row->changes ) );
	}

	private static function pause_after( $failures ) {
		return min( 12 * HOUR_IN_SECONDS, MINUTE_IN_SECONDS * 2 ** min( 20, $failures - 1 ) );
	}

	/** Nothing is sent for a while; and what has waited for a week is given up. */
	private static function pause( $seconds ) {
		global $wpdb;
		$failures = self::status()['failures'] + 1;
		$until    = time() + max( min( $seconds, DAY_IN_SECONDS ), min( HOUR_IN_SECONDS, self::pause_after( $failures ) ) );
		self::set_status( compact( 'until', 'failures' ) );
		$wpdb->query( $wpdb->prepare( 'UPDATE ' . self::table() . ' SET due = 0 WHERE due > 0 AND since < %d', time() - WEEK_IN_SECONDS ) );
		return $until;
	}

	/** What the settings page and Site Health say. */
	public static function counts() {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT COALESCE(SUM(kind = 'order' AND confirmed > %d), 0) taken, COALESCE(SUM(due > 0), 0) waiting, COALESCE(SUM(due = 0 AND since > 0), 0) given_up, MIN(IF(due > 0, due, NULL)) due, MIN(IF(due > 0, since, NULL)) since FROM " . self::table(), time() - DAY_IN_SECONDS ) );
		$row = $row ?? (object) array( 'taken' => 0, 'waiting' => 0, 'given_up' => 0, 'due' => null, 'since' => null );
		// Who is a quarter of an hour late has no clock.
		$row->is_late = $row->due && max( $row->due, self::status()['until'], self::status()['ran'] ) < time() - 15 * MINUTE_IN_SECONDS;
		return $row;
	}

	/** The numbers of these orders, and when Afterword last took them. */
	public static function told( array $orders ) {
		global $wpdb;
		$ids = implode( ',', array_map( 'intval', $orders ) );
		return $ids ? $wpdb->get_results( 'SELECT number, confirmed FROM ' . self::table() . " WHERE kind = 'order' AND id IN ($ids)" ) : array();
	}

	// phpcs:enable WordPress.DB, PluginCheck.Security.DirectDB

	/** Ids and instants, never what is in an order. */
	private static function log( $level, $text ) {
		wc_get_logger()->log( $level, trim( $text ), array( 'source' => 'afterword' ) );
	}
}
