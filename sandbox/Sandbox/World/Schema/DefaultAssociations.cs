namespace Dashboard.Sandbox.World.Schema;

public static class DefaultAssociations
{
    public static void AddTo(AssociationTypes types, string? customType, string? customName)
    {
        types.Add("0-27", "0-1", 204, 203, "task_to_contact", "contact_to_task");
        types.Add("0-27", "0-2", 192, 191, "task_to_company", "company_to_task");
        types.Add("0-27", "0-3", 216, 215, "task_to_deal", "deal_to_task");
        types.Add("0-27", "0-5", 230, 229, "task_to_ticket", "ticket_to_task");
        types.Add("0-1", "0-2", 279, 280, "contact_to_company_unlabeled", "company_to_contact_unlabeled");
        types.Add("0-1", "0-2", 1, 2, "contact_to_company", "company_to_contact", "Primary");
        types.Add("0-1", "0-3", 4, 3, "contact_to_deal", "deal_to_contact");
        types.Add("0-2", "0-3", 342, 341, "company_to_deal_unlabeled", "deal_to_company_unlabeled");
        types.Add("0-1", "0-5", 15, 16, "contact_to_ticket", "ticket_to_contact");
        types.Add("0-2", "0-5", 340, 339, "company_to_ticket_unlabeled", "ticket_to_company_unlabeled");
        types.Add("0-27", "0-1", 301, 302, "decision_maker_task", "task_of_decision_maker", "Decision maker", "USER_DEFINED");
        if (customType is not null)
        {
            types.Add("0-27", customType, 7101, 7102, $"task_to_{customName}", $"{customName}_to_task", null, "USER_DEFINED");
            types.Add(customType, "0-2", 7103, 7104, $"{customName}_to_company", $"company_to_{customName}", null, "USER_DEFINED");
            types.Add(customType, "0-1", 7105, 7106, $"{customName}_to_contact", $"contact_to_{customName}", null, "USER_DEFINED");
        }
    }
}
