//! The contract of `Storage`, case by case. A case gets an empty store and knows nothing about what
//! is behind it. A backend runs them all with `conformance_tests!(path::to::fresh)`, where `fresh` is
//! an async function that answers an empty store and whatever has to live as long as it.

pub(crate) mod activity;
pub(crate) mod agents;
pub(crate) mod attempts;
pub(crate) mod backup;
pub(crate) mod bulk;
pub(crate) mod cast;
pub(crate) mod directories;
pub(crate) mod edits;
pub(crate) mod groups;
pub(crate) mod history;
pub(crate) mod imports;
pub(crate) mod leases;
pub(crate) mod lists;
pub(crate) mod removals;
pub(crate) mod reports;
pub(crate) mod rules;
pub(crate) mod runs;
pub(crate) mod second_factors;
pub(crate) mod sessions;
pub(crate) mod settings;

/// Makes a test of every case. A case that is missing here is warned of as never used.
#[macro_export]
macro_rules! conformance_tests {
    ($fresh:path) => {
        $crate::conformance_tests! { @ $fresh;
            agents:
                the_first_administrator_is_made_once
                an_email_belongs_to_one_agent_in_any_case
                an_agent_is_found_by_their_email_in_any_case
                an_agent_of_an_unknown_group_is_refused
                a_deleted_agent_is_gone_and_their_email_is_free
                an_agent_of_the_directory_cannot_be_deleted
                the_last_able_administrator_stays
                a_sign_in_is_no_edit
                an_agent_is_found_by_guid_also_when_removed
                counts_follow_every_change;
            edits:
                each_edit_counts_the_version_up_by_one
                an_edit_of_an_older_version_changes_nothing
                an_edit_that_changes_nothing_keeps_the_version
                an_email_moves_with_its_agent
                what_an_administrator_changes_is_their_own_choice
                what_the_directory_owns_cannot_be_edited
                a_removed_agent_cannot_be_edited
                role_password_and_block_end_the_sessions;
            bulk:
                groups_are_added_taken_and_set_for_many
                an_edit_of_many_is_the_edit_of_each
                an_edit_of_many_leaves_the_last_administrator
                an_edit_of_many_with_an_unknown_group_writes_nothing;
            groups:
                a_new_store_holds_the_first_group
                a_group_name_is_unique_in_any_case
                a_group_in_use_stays
                the_default_group_stays
                a_removed_agent_loses_a_deleted_group
                a_group_number_is_never_given_out_twice
                group_sizes_leave_out_removed_agents;
            settings:
                settings_count_their_versions
                settings_of_an_older_version_are_refused
                settings_need_a_default_group_that_is_there;
            lists:
                pages_hold_every_agent_once_in_every_order
                a_descending_order_is_the_ascending_one_backwards
                agents_are_sorted_by_phone_group_role_source_and_state
                orders_of_few_values_hold_more_than_a_thousand
                an_order_of_sections_outlives_its_groups
                a_cursor_of_another_order_gives_the_first_page
                those_who_have_never_signed_in_are_listed
                every_word_of_a_search_must_occur
                a_phone_is_found_by_its_digits
                filters_narrow_the_list
                removed_agents_are_listed_only_when_asked_for
                a_bad_cursor_gives_the_first_page
                a_cursor_outlives_its_agent
                a_limit_is_kept_within_bounds;
            imports:
                emails_swap_within_one_batch
                emails_swap_again_and_again
                an_email_that_a_removal_frees_can_be_used_in_the_same_batch
                a_batch_that_would_leave_two_with_one_email_writes_nothing
                a_batch_does_not_take_a_local_agents_email
                an_update_keeps_what_the_panel_owns
                an_update_that_changes_nothing_keeps_the_version
                an_update_takes_a_new_spelling_of_an_email
                a_removed_agent_comes_back_as_themselves
                a_guid_is_copied_in_once
                an_update_does_not_turn_an_agent_into_another_person
                a_batch_with_an_unknown_agent_writes_nothing
                writes_of_a_batch_are_applied_in_order
                removed_and_disabled_agents_lose_their_sessions
                a_stale_lease_writes_nothing
                a_deleted_group_is_left_out_of_an_addition
                ldap_agents_come_by_id_removed_ones_included
                other_emails_are_those_of_everyone_else_who_is_there;
            directories:
                directories_are_numbered_and_no_number_is_given_out_twice
                what_is_sent_twice_is_added_once
                a_directory_that_is_not_there_cannot_be_saved_or_deleted
                two_directories_may_have_the_same_guids_and_not_the_same_email
                an_import_touches_no_agent_of_another_directory
                agents_and_runs_are_told_apart_by_directory
                each_directory_has_a_run_of_each_kind_and_the_oldest_comes_first
                each_directory_has_a_schedule_of_its_own
                each_directory_remembers_its_own_removals
                a_deletion_ends_with_the_directory_and_keeps_the_removed
                a_deletion_waits_until_the_last_agent_is_removed
                a_deletion_that_is_cancelled_deletes_nothing
                only_agents_of_one_directory_lose_their_sessions_with_it;
            runs:
                a_request_joins_an_open_run_of_its_kind
                requests_at_once_make_one_run
                run_numbers_count_up
                a_run_expects_what_the_last_completed_one_read
                the_oldest_open_run_is_next
                a_time_of_the_schedule_is_asked_for_once
                a_run_that_is_begun_does_not_wait
                a_run_whose_worker_was_lost_is_begun_again_with_what_was_written
                a_run_that_loses_every_worker_is_given_up
                a_waiting_run_is_cancelled_on_the_spot
                a_cancel_during_a_run_is_not_overwritten
                a_cancelled_run_is_not_opened_again
                an_ended_run_cannot_be_cancelled
                open_runs_are_closed_as_interrupted
                runs_are_listed_newest_first;
            reports:
                lines_come_in_the_order_of_their_batches
                lines_are_filtered_by_kind
                lines_are_searched_in_name_dn_and_values
                a_preview_writes_lines_only
                the_report_of_an_unknown_run_is_empty;
            removals:
                the_end_of_a_run_and_what_follows_are_one
                a_newer_hold_replaces_an_older_one_and_a_run_in_order_ends_it
                a_run_without_a_conclusion_leaves_what_waits
                only_the_list_that_waits_can_be_decided_on
                an_approval_asks_for_an_import_that_has_not_begun
                cancelling_the_import_takes_an_approval_back
                a_removed_agent_is_deleted_for_good_only_once_removed
                removed_agents_are_purged_when_their_time_is_over
                a_rematched_agent_has_another_guid_and_is_the_same
                rematched_agents_may_exchange_their_guids
                guids_of_two_attributes_may_be_alike
                of_one_list_held_again_and_again_the_last_report_has_the_lines
                an_approved_list_can_be_kept_only_while_no_import_is_at_work;
            history:
                an_agents_history_is_its_own_newest_first
                a_preview_is_in_nobodys_history
                old_runs_are_thinned_to_their_numbers
                runs_are_filtered_by_kind_state_and_outcome;
            rules:
                a_rule_places_an_agent_and_a_new_role_ends_their_sessions
                whom_no_rule_names_any_more_falls_back_to_the_defaults
                one_batch_adds_and_places_as_one_change
                who_arrives_while_a_rule_is_unread_is_settled_by_the_next_reading
                a_rule_that_changes_nothing_keeps_the_version
                an_administrators_choice_stands_until_it_is_returned_to_the_rules
                groups_are_returned_to_those_that_are_still_there
                a_local_agent_follows_no_rule
                a_group_that_a_rule_gives_stays
                no_import_and_no_edit_leaves_nobody_who_can_administer;
            leases:
                a_lease_is_exclusive_until_it_runs_out
                a_later_lease_has_a_greater_token
                a_lease_that_was_taken_over_is_lost
                a_lease_that_was_given_back_is_free
                a_renewed_lease_lasts_longer
                a_lease_of_a_wrong_clock_keeps_nobody_waiting;
            sessions:
                a_session_is_there_until_it_ends
                an_update_replaces_state_and_end
                an_ended_session_does_not_come_back
                all_sessions_but_one_are_ended
                only_ldap_agents_lose_their_sessions_with_ldap
                sessions_of_an_agent_come_newest_first
                a_sweep_deletes_what_has_ended
                the_oldest_of_too_many_sessions_ends;
            second_factors:
                a_second_factor_is_set_changed_and_ended
                a_second_factor_that_changed_meanwhile_is_left_as_it_is
                of_many_changes_at_once_one_happens
                a_second_factor_goes_with_its_agent_and_is_for_local_ones;
            attempts:
                after_a_burst_there_is_one_every_so_often
                every_key_has_its_own_attempts
                of_many_attempts_at_once_exactly_the_burst_is_let_through
                an_attempt_that_is_given_back_can_be_made_again
                a_forgotten_key_begins_anew
                a_sweep_deletes_what_was_made_up_for_and_frees_nobody
                a_clock_set_back_locks_nobody_out_for_longer_than_the_burst
                of_several_keys_all_are_taken_or_none
                tallies_are_answered_in_the_order_of_the_keys
                many_who_want_the_same_keys_in_any_order_all_get_an_answer;
            activity:
                records_are_numbered_and_follow_each_other
                records_that_are_added_at_once_make_one_chain
                records_are_listed_newest_first_and_filtered
                old_records_go_and_a_record_says_so
                a_restored_log_goes_on_where_it_ended;
            backup:
                what_one_store_held_another_shows
                what_this_store_held_another_shows
                a_backup_is_in_parts_and_in_order
                a_backup_is_of_one_moment
                a_backup_that_is_taken_slowly_keeps_nobody_from_writing
                sessions_are_not_in_a_backup
                second_factors_are_in_a_backup
                numbers_go_on_after_a_restore
                a_store_that_holds_anything_is_left_as_it_is
                a_store_with_an_import_is_left_as_it_is
                a_restore_without_its_end_leaves_the_store_empty
                records_that_do_not_fit_together_are_refused;
        }
    };
    (@ $fresh:path; $($module:ident: $($case:ident)*;)*) => {
        $(mod $module {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $case() {
                    let (store, _keep) = $fresh().await;
                    $crate::conformance::$module::$case(store).await;
                }
            )*
        })*
    };
}
