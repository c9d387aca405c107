using Dashboard.Sandbox.World.Records;
using static Dashboard.Sandbox.World.Schema.Properties;

namespace Dashboard.Sandbox.World.Schema;

/// <summary>Tasks, https://developers.hubspot.com/docs/api-reference/latest/crm/activities/tasks/guide</summary>
public static class TaskProperties
{
    private static readonly string[] NeverSet =
    [
        "hs_all_accessible_team_ids", "hs_all_assigned_business_unit_ids", "hs_all_team_ids", "hs_associated_company_labels", "hs_associated_contact_labels",
        "hs_at_mentioned_owner_ids", "hs_calendar_event_id", "hs_engagement_source", "hs_engagement_source_id", "hs_engagements_last_contacted", "hs_follow_up_action",
        "hs_gdpr_deleted", "hs_marketing_task_category", "hs_marketing_task_category_id", "hs_merged_object_ids", "hs_msteams_message_id", "hs_num_associated_queue_objects",
        "hs_obj_coords", "hs_object_source_detail_1", "hs_object_source_detail_2", "hs_object_source_detail_3", "hs_object_source_user_id", "hs_owning_teams",
        "hs_product_name", "hs_read_only", "hs_repeat_status", "hs_scheduled_tasks", "hs_shared_team_ids", "hs_shared_user_ids", "hs_task_blocked_task_ids",
        "hs_task_blocking_task_ids", "hs_task_campaign_guid", "hs_task_last_contact_outreach", "hs_task_last_sales_activity_timestamp",
        "hs_task_ms_teams_payload", "hs_task_probability_to_complete", "hs_task_repeat_interval", "hs_task_sequence_enrollment_active",
        "hs_task_sequence_step_enrollment_contact_id", "hs_task_sequence_step_enrollment_id", "hs_task_sequence_step_order", "hs_task_template_id", "hs_unique_creation_key",
        "hs_unique_id", "hs_user_ids_of_all_notification_followers", "hs_user_ids_of_all_notification_unfollowers", "hs_was_imported", "hubspot_team_id",
    ];

    public static ObjectType Build()
    {
        var type = new ObjectType("0-27", "tasks", "task")
        {
            DefaultProperties = ["hs_createdate", "hs_lastmodifieddate", "hs_object_id"],
            ReadScope = "crm.objects.contacts.read",
            WriteScope = "crm.objects.contacts.write",
            CreatedProperty = "hs_createdate",
            ModifiedProperty = "hs_lastmodifieddate",
            QueryProperties = ["hs_task_subject", "hs_task_body"],
            RequiredProperties = ["hs_timestamp"],
            DisplayProperty = "hs_task_subject",
        };
        AddWritten(type);
        AddCommon(type);
        AddSet(type);
        foreach (var name in NeverSet)
        {
            type.Add(Set(name, name));
        }

        return type;
    }

    private static void AddWritten(ObjectType type)
    {
        type.Add(Moment("hs_timestamp", "Due date"));
        type.Add(Text("hs_task_subject", "Task title"));
        type.Add(Html("hs_task_body", "Task notes"));
        type.Add(Choice("hs_task_status", "Task status", [.. DefaultPipelines.TaskStages.Select(stage => (stage.Status, stage.Label))]));
        type.Add(Choice("hs_pipeline_stage", "Pipeline stage", [.. DefaultPipelines.TaskStages.Select(stage => (stage.Stage, stage.Label))]));
        type.Add(Choice("hs_task_priority", "Priority", ("NONE", "None"), ("LOW", "Low"), ("MEDIUM", "Medium"), ("HIGH", "High")));
        type.Add(Choice("hs_task_type", "Task type", ("TODO", "To-do"), ("CALL", "Call"), ("EMAIL", "Email"), ("LINKED_IN", "LinkedIn"),
            ("LINKED_IN_CONNECT", "LinkedIn connection"), ("LINKED_IN_MESSAGE", "LinkedIn message"), ("MEETING", "Meeting")));
        type.Add(OwnerOf());
        type.Add(Text("hs_task_reminders", "Reminders"));
        type.Add(new PropertyDefinition("hs_queue_membership_ids", "Queue", "enumeration", "checkbox") { ReferencedType = "QUEUE" });
        type.Add(Flag("hs_task_is_all_day", "All day"));
        type.Add(Text("hs_task_relative_reminders", "Relative reminders"));
        type.Add(Flag("hs_task_send_default_reminder", "Send default reminder"));
        type.Add(Text("hs_attachment_ids", "Attached files"));
        type.Add(Text("next_step_code", "Next step code", unique: true));
    }

    private static void AddSet(ObjectType type)
    {
        type.Add(Set("hs_task_completion_date", "Completed at", "datetime", "date"));
        type.Add(Set("hs_task_completion_count", "Completion count", "number", "number"));
        type.Add(Set("hs_task_family", "Task family"));
        type.Add(Set("hs_task_for_object_type", "For object type"));
        type.Add(Set("hs_pipeline", "Pipeline"));
        type.Add(Set("hubspot_owner_assigneddate", "Owner assigned date", "datetime", "date"));
        type.Add(From("hs_created_by", "Created by", "number", input => input.State.Value(type["hs_created_by_user_id"].Slot)));
        type.Add(From("hs_modified_by", "Modified by", "number", input => input.State.Value(type["hs_updated_by_user_id"].Slot)));
        type.Add(From("hs_all_owner_ids", "All owner ids", "enumeration", input => input.State.Value(type["hubspot_owner_id"].Slot)));
        type.Add(From("hs_user_ids_of_all_owners", "User ids of all owners", "enumeration", input =>
            input.Portal.ActiveOwner(input.State.Value(type["hubspot_owner_id"].Slot))?.UserId is { } user ? Computed.Number(user) : null));
        type.Add(From("hs_body_preview", "Body preview", "string", Computed.Preview));
        type.Add(From("hs_body_preview_html", "Body preview HTML", "string", Computed.PreviewHtml, filterable: false));
        type.Add(From("hs_body_preview_is_truncated", "Body preview truncated", "bool", input => Computed.Preview(input) is { } text ? Flagged(text.Length >= 300) : null));
        type.Add(From("hs_task_is_completed", "Completed", "number", input => Digit(Computed.Completed(input))));
        type.Add(From("hs_task_is_completed_call", "Completed call", "number", input => Digit(Computed.CompletedAs(input, "CALL"))));
        type.Add(From("hs_task_is_completed_email", "Completed email", "number", input => Digit(Computed.CompletedAs(input, "EMAIL"))));
        type.Add(From("hs_task_is_completed_linked_in", "Completed LinkedIn", "number", input => Digit(Computed.CompletedAs(input, "LINKED_IN"))));
        type.Add(From("hs_task_is_completed_sequence", "Completed sequence", "number", _ => "0"));
        type.Add(From("hs_task_is_open", "Open", "number", input => Digit(!Computed.Closed(input))));
        type.Add(From("hs_task_is_overdue", "Overdue", "bool", input => Flagged(Computed.Overdue(input))));
        type.Add(From("hs_task_is_past_due_date", "Past due date", "bool", input => Flagged(Computed.Overdue(input))));
        type.Add(From("hs_task_missed_due_date", "Missed due date", "bool", input => Flagged(Computed.Overdue(input))));
        type.Add(From("hs_task_missed_due_date_count", "Missed due date count", "number", input => Digit(Computed.Overdue(input))));
        type.Add(From("hs_task_contact_timezone", "Task contact timezone", "string", input => Computed.OfFirst(input, "0-1", "hs_timezone")));
        type.Add(From("hs_num_associated_contacts", "Associated contacts", "number", input => Computed.Count(input, "0-1")));
        type.Add(From("hs_num_associated_companies", "Associated companies", "number", input => Computed.Count(input, "0-2")));
        type.Add(From("hs_num_associated_deals", "Associated deals", "number", input => Computed.Count(input, "0-3")));
        type.Add(From("hs_num_associated_tickets", "Associated tickets", "number", input => Computed.Count(input, "0-5")));
    }

    private static string Digit(bool yes) => yes ? "1" : "0";

    private static string Flagged(bool yes) => yes ? "true" : "false";
}
